"""The rows that break a rule for some position, each with the rule and the reason."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from compliance.audit.reasons import Reasons
from compliance.audit.rows import violations_schema
from compliance.audit.statements import Statements

if TYPE_CHECKING:
    from compliance.audit.unit import Unit


class Evidence:
    """Writes the rows of chunks; remembers reasons from one chunk to the next."""

    def __init__(self, reasons: Reasons, positions: tuple[str, ...], statements: Statements) -> None:
        self.schema = violations_schema(positions)
        self._reasons, self._positions, self._on = reasons, positions, statements
        self._known: dict[int, list[dict[str, Any]]] = {}

    def write(self, unit: "Unit", numbers: Any, path: Path) -> None:
        """The rows of the chunk at hand that break a rule, into a Parquet file with the columns of `schema`."""
        import pyarrow as pa
        import pyarrow.parquet as pq

        said = [one for number in numbers.column("number").to_pylist() for one in self._said(unit, number)]
        names = ["n", "rule", "provision", "citation", "status", *self._position_names(), "reason"]
        with pq.ParquetWriter(path, self.schema, compression="zstd") as writer:
            if not said:
                return
            types = pa.schema([("n", pa.int64()), *((name, pa.string()) for name in names[1:])])
            known = self._on.put(unit.name("said"), pa.Table.from_pylist(said, types))
            rows = unit.queries.rows
            met = rows.inner_join(known, rows.number == known.n)
            columns = {f"c{i}": self._column(unit, met, name) for i, name in enumerate(self.schema.names)}
            found = met.select(**columns).order_by(["c2", "c1", f"c{self.schema.names.index('rule')}"])
            for batch in self._on.batches(found):
                table = pa.Table.from_batches([batch]).rename_columns(self.schema.names)
                writer.write_table(table.cast(self.schema))

    def _position_names(self) -> list[str]:
        return [f"p{i}" for i in range(len(self._positions))]

    def _column(self, unit: "Unit", met: Any, name: str) -> Any:
        import ibis

        if name == "unit":
            return ibis.literal(unit.table.linked.name)
        if name.startswith("position:"):
            return met[f"p{self._positions.index(name.removeprefix('position:'))}"]
        if name in met.columns:
            return met[name]
        return ibis.null("string")

    def _said(self, unit: "Unit", number: int) -> list[dict[str, Any]]:
        """What is written beside each row of a profile: a record for each rule that it breaks."""
        if number not in self._known:
            verdict = unit.verdicts.of(number)
            rulings, library = unit.verdicts.rulings(verdict), unit.verdicts.library
            (day, facts), words = unit.profiles.facts(number), unit.profiles.words(number)
            self._known[number] = [
                {
                    "n": number,
                    "rule": rule,
                    "provision": f"{(linked := library.rule_by_id[rule]).instrument}#{linked.provision}",
                    "citation": library.cite(linked.instrument, linked.provision),
                    "status": rulings[rule].status,
                    **{
                        name: rulings[rule].positions.get(position)
                        for name, position in zip(self._position_names(), self._positions, strict=True)
                    },
                    "reason": self._reasons.sentence(linked, day, facts, words),
                }
                for rule in unit.verdicts.broken(verdict)
            ]
        return self._known[number]
