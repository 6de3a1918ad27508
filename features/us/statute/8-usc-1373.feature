@us/statute/8-usc-1373
Feature: 8 USC 1373, limits on sharing information about immigration status

  The section forbids limits on sending, receiving and keeping information about citizenship or immigration status. It
  commands nobody to send any. Several courts have doubted that it is constitutional.

  Scenario: A city that forbids its staff to tell status breaks both subsections
    Given the practice "city-restricts-status-sharing"
    When it is checked
    Then the practice is violated
    And "usc1373-a-sharing" is violated
    And it cites "8 USC 1373, (a)"
    And it is flagged "authority-unverified"
    And it is flagged "source-unverified"
    And "usc1373-b-keeping" is violated
    And it cites "8 USC 1373, (b)"
    And it is flagged "authority-unverified"

  @T-5
  Scenario: A city that only forbids to tell addresses and release dates keeps the section
    Given the practice "city-restricts-release-dates"
    When it is checked
    Then the practice is satisfied
    And "usc1373-a-sharing" is satisfied
    And the position "agency" finds it satisfied
    And the position "advocate" finds it satisfied
    And "usc1373-b-keeping" is satisfied

  Scenario Outline: A limit on <covers> is <a> under (a) and <b> under (b)
    Given the practice "city-restricts-status-sharing"
    And the fact "restriction.covers" is "[<covers>]"
    When it is checked
    Then "usc1373-a-sharing" is <a>
    And "usc1373-b-keeping" is <b>

    Examples:
      | covers            | a         | b         |
      | sending-status    | violated  | violated  |
      | receiving-status  | violated  | violated  |
      | keeping-status    | satisfied | violated  |
      | exchanging-status | satisfied | violated  |
      | other-information | satisfied | satisfied |

  Scenario: What a restriction covers has to be found out
    Given the practice "city-restricts-status-sharing"
    And the fact "restriction.covers" is not known
    When it is checked
    Then "usc1373-a-sharing" is undetermined
    And it asks about "restriction.covers"

  Scenario Outline: (a) binds a <level> body
    Given the practice "city-restricts-status-sharing"
    And the restricting body is not known
    And the fact "restricting-body.level" is "<level>"
    When it is checked
    Then "usc1373-a-sharing" is violated

    Examples:
      | level   |
      | federal |
      | state   |
      | local   |

  Scenario: A private body is not bound by (a), and nobody is left out of (b)
    Given the practice "city-restricts-status-sharing"
    And the restricting body is not known
    And the fact "restricting-body.level" is "private"
    When it is checked
    Then "usc1373-a-sharing" is not-applicable because not-bound
    And "usc1373-b-keeping" is violated

  @S-1 @S-22
  Scenario Outline: The section is no rule about <practice>; it limits limits and commands no disclosure
    Given the practice "<practice>"
    When it is checked as it stood on 2019-05-08
    Then "usc1373-a-sharing" is not-applicable because out-of-scope
    And "us/statute/8-usc-1373#no-duty" is named as bearing on it

    Examples:
      | practice                         |
      | dcjs-arrest-notice               |
      | employee-answers-status-question |
      | ice-data-match-outbound          |
