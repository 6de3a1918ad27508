@us-ny/audit/dcjs @us-ny/agreement/use-and-dissemination
Feature: Audits by DCJS of the agencies that search its records

  The agreements are reported to have DCJS audit the query logs from time to time. Neither the audit clause nor the
  audit standards have been seen. An audit of logs sees what agencies search and never what the state sends unasked.

  @S-9
  Scenario: Whether five agencies without criminal justice searches had to be audited is contested
    Given the practice "five-of-ten-agencies-audited"
    When it is checked as it stood on 2019-05-08
    Then the practice is contested
    And "ud-audit" is contested
    And it cites "DCJS U&D agreements, audit term (as reported)"
    And the position "agency" finds it satisfied
    And it turns on "periodic-audit"
    And it asks about "audit.clause"
    And it is flagged "source-unverified"

  @S-9
  Scenario Outline: Where the clause says <clause>, the five unaudited agencies are <agency> for the agency and <advocate> for the advocates
    Given the practice "five-of-ten-agencies-audited"
    And the fact "audit.clause" is "<clause>"
    When it is checked as it stood on 2019-05-08
    Then "ud-audit" is <status>
    And the position "agency" finds it <agency>
    And the position "advocate" finds it <advocate>

    Examples:
      | clause          | status    | agency    | advocate  |
      | audits-required | contested | satisfied | violated  |
      | audits-reserved | satisfied | satisfied | satisfied |

  @S-9
  Scenario: An agency that made criminal justice searches and was not audited breaks the clause on both readings
    Given the practice "five-of-ten-agencies-audited"
    And the fact "audit.clause" is "audits-required"
    And the fact "audit.searches" is "[criminal-justice]"
    When it is checked as it stood on 2019-05-08
    Then "ud-audit" is violated
    And it would be satisfied if "audit.user-audited" were otherwise

  @S-9
  Scenario: A clause that only reserves audits is not broken by leaving out an agency that made such searches
    Given the practice "five-of-ten-agencies-audited"
    And the fact "audit.clause" is "audits-reserved"
    And the fact "audit.searches" is "[criminal-justice]"
    When it is checked as it stood on 2019-05-08
    Then "ud-audit" is satisfied
    And the position "agency" finds it satisfied
    And the position "advocate" finds it satisfied

  @S-9
  Scenario: Searches of another type leave the agency's reading satisfied, which is the gap that the advocates see
    Given the practice "five-of-ten-agencies-audited"
    And the fact "audit.clause" is "audits-required"
    And the fact "audit.searches" is "[other-searches]"
    When it is checked as it stood on 2019-05-08
    Then "ud-audit" is contested
    And the position "agency" finds it satisfied
    And the position "advocate" finds it violated

  @S-9
  Scenario: An audited agency is audited on every reading
    Given the practice "five-of-ten-agencies-audited"
    And the fact "audit.user-audited" is "true"
    When it is checked as it stood on 2019-05-08
    Then "ud-audit" is satisfied

  @S-9
  Scenario: What the audits test and what they can show bear on the five agencies
    Given the practice "five-of-ten-agencies-audited"
    When it is checked as it stood on 2019-05-08
    Then "us-ny/audit/dcjs#STANDARD" is named as bearing on it
    And "us-ny/audit/dcjs#SCOPE" is named as bearing on it

  @S-10
  Scenario: A result of "no unauthorized access" is governed by no rule and proves nothing about Executive Order 170
    Given the practice "dcjs-audit-result-as-compliance"
    When it is checked
    Then no rule governs it
    And "eo170-b2-disclosure" is not-applicable because out-of-scope
    And "us-ny/audit/dcjs#SCOPE" is named as bearing on it

  @T-13
  Scenario: An audit that asks only whether searches were the agency's work divides the sides
    Given the practice "audit-of-mission-use-only"
    When it is checked
    Then the practice is contested
    And "ud-audit" is satisfied
    And "ud-audit-checks" is contested
    And the position "agency" finds it satisfied
    And the position "advocate" finds it violated
    And it turns on "legitimate-purposes-checked"

  @T-13
  Scenario Outline: An audit of <what> is <status> on both readings
    Given the practice "audit-of-mission-use-only"
    And the fact "audit.covered" is "[<covered>]"
    When it is checked
    Then "ud-audit-checks" is <status>
    And the position "agency" finds it <status>
    And the position "advocate" finds it <status>

    Examples:
      | what                                     | covered                                | status    |
      | users and purposes under the agreement   | user-certification, agreement-purposes | satisfied |
      | purposes alone                           | agreement-purposes                     | violated  |
      | users alone                              | user-certification                     | violated  |
      | accounts and security                    | access-security                        | violated  |

  Scenario: What an audit covered has to be found out
    Given the practice "audit-of-mission-use-only"
    And the fact "audit.covered" is not known
    When it is checked
    Then "ud-audit-checks" is undetermined
    And it asks about "audit.covered"

  Scenario: An agency that signed no agreement is not audited under one
    Given the practice "systems-agency-audits-late"
    When it is checked
    Then "ud-audit" is not-applicable because out-of-scope
    And "ud-audit-checks" is not-applicable because out-of-scope

  Scenario: What an audit checks is no question where none was made
    Given the practice "five-of-ten-agencies-audited"
    When it is checked as it stood on 2019-05-08
    Then "ud-audit-checks" is not-applicable because out-of-scope
