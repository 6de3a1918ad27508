@us/regulation/8-cfr-287
Feature: 8 CFR 287.7, immigration detainers

  A detainer is a request. It commands states and localities nothing, and gives no power that state law withholds.

  @F.DETREG @S-13
  Scenario: A detainer bears on the hold that it asks for, and does not make it lawful
    Given the practice "sheriff-holds-on-detainer"
    When it is checked
    Then "us/regulation/8-cfr-287#request" is named as bearing on it
    And "us/regulation/8-cfr-287#d" is named as bearing on it
    And "wells-h1-hold" is violated

  @F.DETREG
  Scenario: The 48 hours do not matter where nobody is held past release
    Given the practice "sheriff-hands-over-at-release"
    When it is checked
    Then "us/regulation/8-cfr-287#d" is not named as bearing on it

  @F.DETREG
  Scenario: A detainer that is the only ground of a questioning is a request too
    Given the practice "trooper-questions-on-detainer"
    When it is checked
    Then "us/regulation/8-cfr-287#request" is named as bearing on it
    And "us/regulation/8-cfr-287#d" is not named as bearing on it

  @F.DETREG
  Scenario: A hold on a judge's warrant alone has nothing to do with detainers
    Given the practice "sheriff-holds-on-judicial-warrant"
    And the fact "custody.held-on" is "[federal-judge-warrant]"
    When it is checked
    Then "us/regulation/8-cfr-287#d" is not named as bearing on it
