@us/statute/8-usc-1225
Feature: 8 USC 1225(d)(4), subpoenas of immigration officers

  Such a subpoena is enforced only through a district court. Whether it "requires" anything before is contested.

  @F.SUBP
  Scenario: A subpoena of ICE's own divides the sides on what the law requires
    Given the practice "employee-gives-address-for-removal"
    And the fact "disclosure.compelled-by" is "[administrative-subpoena]"
    When it is checked
    Then "eo170-b2-disclosure" is contested
    And the position "agency" finds it excused
    And the position "advocate" finds it violated
    And it turns on "required-by-law"
    And "us/statute/8-usc-1225#d.4" is named as bearing on it

  @F.SUBP
  Scenario: A subpoena that a court enforced requires the disclosure for both sides
    Given the practice "employee-gives-address-for-removal"
    And the fact "disclosure.compelled-by" is "[judicial-subpoena]"
    When it is checked
    Then "eo170-b2-disclosure" is excused
    And "us/statute/8-usc-1225#d.4" is named as bearing on it

  @F.SUBP
  Scenario: Without a subpoena the section is not shown
    Given the practice "employee-gives-address-for-removal"
    When it is checked
    Then "us/statute/8-usc-1225#d.4" is not named as bearing on it

  @F.SUBP
  Scenario: Under the statute of 2026 nothing turns on the subpoena before subdivision 9 has been read
    Given the practice "employee-gives-address-for-removal"
    And the fact "disclosure.compelled-by" is "[judicial-subpoena]"
    And it happened on 2026-11-22
    When it is checked
    Then "eo170-b2-disclosure" is excused
    But "exec319a-2-disclosure" is undetermined
    And violated is still possible
