@us-ny/directive/oca-protocol-2017
Feature: Protocol of the state's courts of 2017, officers of other bodies in courthouses

  From a day in 2017 on, court personnel see to it that officers of another body who come into a courthouse say who they
  are and why they come, that the judge is told, and that an incident report is written.

  Scenario: Staff who do all three keep the protocol
    Given the practice "ice-officers-come-into-courthouse"
    When it is checked
    Then the practice is satisfied
    And "oca2017-identification" is satisfied
    And it cites "OCA protocol (2017), identification"
    And it binds "New York State Unified Court System"
    And it is flagged "source-unverified"
    And "oca2017-judge-informed" is satisfied
    And "oca2017-incident-report" is satisfied

  Scenario Outline: Each duty stands by itself: <what>
    Given the practice "ice-officers-come-into-courthouse"
    And the fact "<fact>" is "false"
    When it is checked
    Then the practice is violated
    And "oca2017-identification" is <identification>
    And "oca2017-judge-informed" is <judge>
    And "oca2017-incident-report" is <report>

    Examples:
      | what                                 | fact                           | identification | judge     | report    |
      | the officers do not say why they come | courthouse.officers-identified | violated       | satisfied | satisfied |
      | the judge is not told                | courthouse.judge-informed      | satisfied      | violated  | satisfied |
      | no report is written                 | courthouse.incident-report     | satisfied      | satisfied | violated  |

  Scenario Outline: On <day> each duty is <status>
    Given the practice "ice-officers-come-into-courthouse"
    And these facts:
      | fact                           | value |
      | courthouse.officers-identified | false |
      | courthouse.judge-informed      | false |
      | courthouse.incident-report     | false |
    And it happened on <day>
    When it is checked
    Then "oca2017-identification" is <status>
    And "oca2017-judge-informed" is <status>
    And "oca2017-incident-report" is <status>

    Examples: the day in 2017 is not recorded
      | day        | status         |
      | 2016-12-31 | not-applicable |
      | 2017-01-01 | undetermined   |
      | 2017-12-30 | undetermined   |
      | 2017-12-31 | violated       |

    Examples: beside the directive of 2019 its force is not known
      | day        | status         |
      | 2019-04-16 | violated       |
      | 2019-04-17 | undetermined   |
      | 2019-12-31 | undetermined   |
      | 2020-01-01 | not-applicable |

  Scenario: The protocol was not yet in force in 2016
    Given the practice "ice-officers-come-into-courthouse"
    And it happened on 2016-12-31
    When it is checked
    Then "oca2017-identification" is not-applicable because not-in-force

  Scenario: Whether the judge was told has to be found out
    Given the practice "ice-officers-come-into-courthouse"
    And the fact "courthouse.judge-informed" is not known
    When it is checked
    Then "oca2017-judge-informed" is undetermined
    And violated is still possible
    And it asks about "courthouse.judge-informed"

  Scenario Outline: The protocol does not bind <body>
    Given the practice "ice-officers-come-into-courthouse"
    And the court is the actor "<body>"
    When it is checked
    Then "oca2017-identification" is not-applicable because not-bound
    And "oca2017-judge-informed" is not-applicable because not-bound
    And "oca2017-incident-report" is not-applicable because not-bound

    Examples:
      | body              |
      | town-court        |
      | state-agency      |
      | state-legislature |

  Scenario: The protocol says nothing about court officers who are in touch with ICE
    Given the practice "court-officers-in-touch-with-ice"
    When it is checked
    Then "oca2017-identification" is not-applicable because out-of-scope
    And "oca2017-judge-informed" is not-applicable because out-of-scope
    And "oca2017-incident-report" is not-applicable because out-of-scope
