@us-ny/bill/2023-s1457
Feature: S1457 (2023, a bill), detainers honored for people convicted of listed crimes only

  The bill would forbid to honor immigration detainers unless the person has been convicted of a crime that it lists. The
  list was not recorded. Its exception lifts its own limit only.

  Rule: The limit

    @S1457 @S-13
    Scenario: A hold on a detainer of a person without a conviction would break the bill from its first day
      Given the practice "sheriff-holds-on-detainer"
      And it has happened since 2026-06-01
      And the fact "custody.convicted" is "false"
      And the bill "us-ny/bill/2023-s1457" is law
      When it is checked
      Then over time "s1457-limit" is:
        | from       | status         |
        | 2026-06-01 | not-applicable |
        | 2027-01-01 | violated       |

    @S1457 @WELLS.LIM
    Scenario: It would go further than the ruling, and forbid handing over at the normal time of release
      Given the practice "sheriff-hands-over-at-release"
      And the fact "custody.convicted" is "false"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2023-s1457" is law
      When it is checked
      Then "s1457-limit" is violated
      And "wells-h1-hold" is satisfied

    Scenario: To let the person go keeps the bill
      Given the practice "county-lets-go-despite-detainer"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2023-s1457" is law
      When it is checked
      Then "s1457-limit" is satisfied

    Scenario Outline: Who is held on <papers> as well is not held on the detainer
      Given the practice "sheriff-holds-on-detainer"
      And the fact "custody.convicted" is "false"
      And the fact "custody.held-on" is "[immigration-detainer, <held-on>]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2023-s1457" is law
      When it is checked
      Then "s1457-limit" is satisfied

      Examples:
        | papers                    | held-on             |
        | a federal judge's warrant | federal-judge-warrant |
        | a state judge's warrant   | state-judge-warrant |

    Scenario: Without a detainer the bill is silent
      Given the practice "sheriff-holds-on-detainer"
      And the fact "custody.held-on" is "[administrative-warrant]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2023-s1457" is law
      When it is checked
      Then "s1457-limit" is not-applicable because out-of-scope

    Scenario: Who holds nobody is outside of the bill
      Given the practice "sheriff-holds-on-detainer"
      And the fact "act" is "[police-action]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2023-s1457" is law
      When it is checked
      Then "s1457-limit" is not-applicable because out-of-scope

    Scenario Outline: The limit is <status> for <body>
      Given the practice "sheriff-holds-on-detainer"
      And the fact "custody.convicted" is "false"
      And the custodian is the actor "<body>"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2023-s1457" is law
      When it is checked
      Then "s1457-limit" is <status>

      Examples:
        | body                 | status         |
        | city-police          | violated       |
        | state-police         | violated       |
        | city-office          | not-applicable |
        | ice-removal-officers | not-applicable |

  Rule: The list of crimes

    @S1457
    Scenario: Whether a convicted person's crime is on the list cannot be said before the list is read
      Given the practice "sheriff-holds-on-detainer"
      And the fact "custody.convicted" is "true"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2023-s1457" is law
      When it is checked
      Then "s1457-limit" is undetermined
      And violated is still possible
      And excused is still possible

    @S1457
    Scenario Outline: Judged to be on the list (<answer>), the crime makes the hold <status> under the bill, and no less forbidden by the ruling
      Given the practice "sheriff-holds-on-detainer"
      And the fact "custody.convicted" is "true"
      And the judgment "us-ny/bill/2023-s1457#crime-is-listed" is "<answer>", by "the reviewer", because "for this scenario"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2023-s1457" is law
      When it is checked
      Then "s1457-limit" is <status>
      And "wells-h1-hold" is violated

      Examples:
        | answer | status   |
        | yes    | excused  |
        | no     | violated |
