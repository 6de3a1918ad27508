"""The published steps: how scenarios speak about practices, law and findings."""

from compliance.testing.bill_steps import STEPS as BILL_STEPS
from compliance.testing.finding_steps import STEPS as FINDING_STEPS
from compliance.testing.practice_steps import STEPS as PRACTICE_STEPS
from compliance.testing.step import Vocabulary

VOCABULARY = Vocabulary((*PRACTICE_STEPS.found, *FINDING_STEPS.found, *BILL_STEPS.found))
