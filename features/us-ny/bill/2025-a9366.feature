@us-ny/bill/2025-a9366
Feature: A9366 (2025, a bill), a version of the New York for All Act for SUNY and CUNY

  Only the aim is known: whom the bill would bind. What it would find is left open, since its exceptions were not seen.

  @A9366
  Scenario: An address given to ICE by a university office might break the bill, from its first day
    Given the practice "university-tells-ice"
    And the bill "us-ny/bill/2025-a9366" is law
    When it is checked
    Then over time "a9366-disclosure" is:
      | from       | status         |
      | 2026-06-01 | not-applicable |
      | 2027-01-01 | undetermined   |
    And "a9366-disclosure" is undetermined
    And the exception "exceptions-not-seen" is not encoded
    And violated is still possible

  @A9366
  Scenario Outline: <body> is no university, and is not bound
    Given the practice "university-tells-ice"
    And the discloser is the actor "<body>"
    And the law as of 2027-01-01
    And the bill "us-ny/bill/2025-a9366" is law
    When it is checked
    Then "a9366-disclosure" is not-applicable because not-bound

    Examples:
      | body         |
      | dcjs         |
      | state-agency |
      | city-police  |
      | ice          |

  @A9366 @S-1
  Scenario: The notices of DCJS stay as they are
    Given the practice "dcjs-arrest-notice"
    And the law as of 2027-01-01
    And the bill "us-ny/bill/2025-a9366" is law
    When it is checked
    Then "a9366-disclosure" is not-applicable because not-bound
    And "eo170-b2-disclosure" is contested

  Scenario Outline: Information about <what> is <status>
    Given the practice "university-tells-ice"
    And the fact "disclosure.content" is "[<what>]"
    And the law as of 2027-01-01
    And the bill "us-ny/bill/2025-a9366" is law
    When it is checked
    Then "a9366-disclosure" is <status>

    Examples:
      | what               | status       |
      | immigration-status | satisfied    |
      | identity           | undetermined |
      | address            | undetermined |
      | photograph         | undetermined |
      | fingerprint-event  | undetermined |
      | criminal-history   | undetermined |
      | custody            | undetermined |
      | personal-details   | undetermined |

  Scenario Outline: A disclosure to <recipient> is <status>
    Given the practice "university-tells-ice"
    And the recipient is the actor "<recipient>"
    And the law as of 2027-01-01
    And the bill "us-ny/bill/2025-a9366" is law
    When it is checked
    Then "a9366-disclosure" is <status>

    Examples:
      | recipient        | status         |
      | ice              | undetermined   |
      | cbp-grand-island | undetermined   |
      | fbi              | not-applicable |

  Scenario: Who discloses nothing is outside of it
    Given the practice "university-tells-ice"
    And the fact "act" is "[inquiry]"
    And the law as of 2027-01-01
    And the bill "us-ny/bill/2025-a9366" is law
    When it is checked
    Then "a9366-disclosure" is not-applicable because out-of-scope
