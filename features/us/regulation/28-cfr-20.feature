@us/regulation/28-cfr-20
Feature: 28 CFR part 20, yearly audits of state and local agencies

  Scenario: A state body that audits a random sample every year keeps the regulation, however late a single audit is
    Given the practice "systems-agency-audits-late"
    When it is checked
    Then "cfr20-yearly-sample" is satisfied
    And it cites "28 CFR, 20.21(e)"

  Scenario: A state body that audits no sample breaks the regulation
    Given the practice "systems-agency-audits-late"
    And the fact "audit.yearly-sample" is "false"
    When it is checked
    Then "cfr20-yearly-sample" is violated

  Scenario: Whether a sample is audited every year has to be found out
    Given the practice "systems-agency-audits-late"
    And the fact "audit.yearly-sample" is not known
    When it is checked
    Then "cfr20-yearly-sample" is undetermined
    And it asks about "audit.yearly-sample"

  @S-9
  Scenario: The regulation does not reach federal users
    Given the practice "five-of-ten-agencies-audited"
    When it is checked as it stood on 2019-05-08
    Then "cfr20-yearly-sample" is not-applicable because out-of-scope
