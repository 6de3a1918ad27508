@us/constitution/amendment-10
Feature: The Tenth Amendment, and what Congress may not command the states

  No federal law compels the states to assist with immigration enforcement in general. It is no rule for any body here;
  it supports the reading that nothing in federal law requires a disclosure.

  @F.10TH @S-1
  Scenario: It bears on what a state body tells ICE
    Given the practice "dcjs-arrest-notice"
    When it is checked as it stood on 2019-05-08
    Then "us/constitution/amendment-10#anticommandeering" is named as bearing on it
    And "eo170-b2-disclosure" is contested

  @F.10TH @S-30
  Scenario: It bears on what city police tell ICE
    Given the practice "city-police-tells-ice"
    When it is checked
    Then "us/constitution/amendment-10#anticommandeering" is named as bearing on it

  @F.10TH
  Scenario: It does not bear on what is told to the FBI
    Given the practice "employee-gives-address-for-removal"
    And the recipient is the actor "fbi"
    When it is checked
    Then "us/constitution/amendment-10#anticommandeering" is not named as bearing on it
