@us/statute/8-usc-1252c
Feature: 8 USC 1252c, arrests of previously deported felons by state and local officers

  The statute permits such arrests once Homeland Security has confirmed the person's status, and only as far as state
  and local law permits. It is the federal law closest to the notice of DCJS, and commands no notice.

  @F.1252c
  Scenario: Where state law gives no power, the federal permission gives none either, and the ruling forbids the arrest
    Given the practice "deputy-arrests-deported-felon"
    When it is checked
    Then the practice is violated
    And "usc1252c-a-arrest" is not-applicable
    And "wells-h1-arrest" is violated

  @F.1252c
  Scenario Outline: The day <which> the ruling the arrest is <status>
    Given the practice "deputy-arrests-deported-felon"
    When it is checked as it stood on <day>
    Then the practice is <status>
    And "usc1252c-a-arrest" is not-applicable

    Examples:
      | which  | day        | status         |
      | before | 2018-11-13 | not-applicable |
      | of     | 2018-11-14 | violated       |

  @F.1252c
  Scenario: Where state law permits the arrest, the statute does too
    Given the practice "deputy-arrests-deported-felon"
    And the fact "arrest.state-law-power" is "true"
    And it happened on 2018-11-01
    When it is checked
    Then "usc1252c-a-arrest" is permitted
    And it cites "8 USC 1252c, (a)"
    And it is flagged "source-unverified"

  @F.1252c
  Scenario: A power that state law itself gives stands against the ruling, which is about power that it does not give
    Given the practice "deputy-arrests-deported-felon"
    And the fact "arrest.state-law-power" is "true"
    When it is checked as it stood on 2018-11-14
    Then "wells-h1-arrest" is excused
    And the exception "state-law-power" is shown
    And "usc1252c-a-arrest" is permitted

  @F.1252c
  Scenario: A power in state law that nobody has shown does not stand against the ruling
    Given the practice "deputy-arrests-deported-felon"
    And the fact "arrest.state-law-power" is not known
    When it is checked as it stood on 2018-11-14
    Then "wells-h1-arrest" is violated
    And the exception "state-law-power" is not shown
    And "usc1252c-a-arrest" is undetermined

  @F.1252c
  Scenario: Whether state law permits the arrest has to be found out
    Given the practice "deputy-arrests-deported-felon"
    And the fact "arrest.state-law-power" is not known
    When it is checked
    Then "usc1252c-a-arrest" is undetermined
    And it asks about "arrest.state-law-power"
    And no violation is possible

  @F.1252c
  Scenario Outline: It permits no arrest <why>
    Given the practice "deputy-arrests-deported-felon"
    And the fact "arrest.state-law-power" is "true"
    And the fact "<fact>" is "<value>"
    When it is checked
    Then "usc1252c-a-arrest" is not-applicable because out-of-scope

    Examples:
      | why                                      | fact                    | value         |
      | without a confirmation                   | arrest.status-confirmed | false         |
      | of a person without a felony and removal | arrest.removed-felon    | false         |
      | that is no arrest                        | act                     | [disclosure]  |

  @F.1252c
  Scenario Outline: It speaks to state and local officers, and is <status> for <body>
    Given the practice "deputy-arrests-deported-felon"
    And the fact "arrest.state-law-power" is "true"
    And the arresting authority is the actor "<body>"
    And it happened on 2018-11-13
    When it is checked
    Then "usc1252c-a-arrest" is <status>

    Examples:
      | body                 | status         |
      | state-police         | permitted      |
      | city-police          | permitted      |
      | ice-removal-officers | not-applicable |
      | dcjs                 | not-applicable |
      | port-authority-ny-nj | not-applicable |

  @S-1
  Scenario: It bears on the arrest notice, which it does not command
    Given the practice "dcjs-arrest-notice"
    When it is checked as it stood on 2019-05-08
    Then "us/statute/8-usc-1252c#a" is named as bearing on it

  @S-23
  Scenario: It does not bear on an address that ICE asks for
    Given the practice "employee-gives-address-for-removal"
    When it is checked
    Then "us/statute/8-usc-1252c#a" is not named as bearing on it
