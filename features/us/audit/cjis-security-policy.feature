@us/audit/cjis-security-policy
Feature: FBI CJIS Security Policy, formal audits

  The state's systems agency audits every agency with direct access at least every three years. Direct access sets the
  duty off, and not the number of searches. Which body is New York's systems agency is not verified.

  Scenario: A systems agency that leaves an agency with direct access unaudited for five years breaks the policy
    Given the practice "systems-agency-audits-late"
    When it is checked
    Then the practice is violated
    And "csp-triennial-audit" is violated
    And it cites "FBI CJIS Security Policy, formal audits"
    And it is flagged "source-unverified"
    And it would be satisfied if "audit.years-between" were otherwise

  Scenario Outline: <years> years without an audit are <status>
    Given the practice "systems-agency-audits-late"
    And the fact "audit.years-between" is "<years>"
    When it is checked
    Then "csp-triennial-audit" is <status>

    Examples:
      | years | status    |
      | 2     | satisfied |
      | 3     | satisfied |
      | 4     | violated  |

  Scenario: How long an agency went without an audit has to be found out
    Given the practice "systems-agency-audits-late"
    And the fact "audit.years-between" is not known
    When it is checked
    Then "csp-triennial-audit" is undetermined
    And it asks about "audit.years-between"

  @S-9
  Scenario: Whether the policy had the five federal agencies audited every three years cannot be said yet
    Given the practice "five-of-ten-agencies-audited"
    When it is checked as it stood on 2019-05-08
    Then "csp-triennial-audit" is undetermined
    And violated is still possible
    And it asks about "record-keeper.systems-agency"
    And it asks about "user-agency.audited-through"

  @S-9
  Scenario: If DCJS were the systems agency and its audits reached them, six years would break the policy
    Given the practice "five-of-ten-agencies-audited"
    And the fact "record-keeper.systems-agency" is "true"
    And the fact "user-agency.audited-through" is "state-systems-agency"
    When it is checked as it stood on 2019-05-08
    Then "csp-triennial-audit" is violated

  @S-9
  Scenario Outline: An agency that is audited through <body> is outside of New York's audits
    Given the practice "five-of-ten-agencies-audited"
    And the fact "record-keeper.systems-agency" is "true"
    And the fact "user-agency.audited-through" is "<body>"
    When it is checked as it stood on 2019-05-08
    Then "csp-triennial-audit" is not-applicable because out-of-scope

    Examples:
      | body                   |
      | federal-systems-agency |
      | fbi                    |

  Scenario: A body that is not the systems agency is not bound
    Given the practice "systems-agency-audits-late"
    And the record keeper is the actor "dcjs"
    And the fact "record-keeper.systems-agency" is "false"
    When it is checked
    Then "csp-triennial-audit" is not-applicable because not-bound

  Scenario: An agency that never searches is audited all the same, since access and not use sets the duty off
    Given the practice "systems-agency-audits-late"
    And the fact "audit.searches" is "[]"
    When it is checked
    Then "csp-triennial-audit" is violated

  Scenario: An agency without direct access is not in the audits
    Given the practice "systems-agency-audits-late"
    And the fact "user-agency.direct-access" is "false"
    When it is checked
    Then "csp-triennial-audit" is not-applicable because out-of-scope
