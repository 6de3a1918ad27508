@us/statute/8-usc-1357
Feature: 8 USC 1357(g), written agreements with states and localities

  Under (g)(1)-(9) officers of a state or a locality may carry out immigration functions under a written agreement, as
  far as that is consistent with state and local law. Under (g)(10) other cooperation needs no agreement.

  @S-15
  Scenario: Whether the agreement of 2019 permits the hold is contested while state law is not known to give the power
    Given the practice "sheriff-holds-under-287g"
    When it is checked
    Then "usc1357-g-agreement" is contested
    And it cites "8 USC 1357, (g)(1)-(9)"
    And the position "agency" finds it permitted
    And it turns on "consistent-with-state-law"
    And it asks about "custody.state-law-on-agreement"

  @S-15
  Scenario Outline: Where state law <says>, the agreement is <agency> for the agency and <advocate> for the advocates
    Given the practice "sheriff-holds-under-287g"
    And the fact "custody.state-law-on-agreement" is "<value>"
    When it is checked
    Then "usc1357-g-agreement" is <status>
    And the position "agency" finds it <agency>
    And the position "advocate" finds it <advocate>

    Examples:
      | says                  | value         | status         | agency         | advocate       |
      | gives the power       | [gives-power] | permitted      | permitted      | permitted      |
      | forbids the agreement | [forbids]     | not-applicable | not-applicable | not-applicable |
      | is silent             | []            | contested      | permitted      | not-applicable |

  @S-13
  Scenario: A hold on a detainer is not a hold under a written agreement
    Given the practice "sheriff-holds-on-detainer"
    When it is checked
    Then "usc1357-g-agreement" is not-applicable because out-of-scope
    And "us/statute/8-usc-1357#g.10" is named as bearing on it

  Scenario: An agreement may be made with the state as well as with a locality
    Given the practice "sheriff-holds-under-287g"
    And the custodian is the actor "state-police"
    And the fact "custody.state-law-on-agreement" is "[gives-power]"
    When it is checked
    Then "usc1357-g-agreement" is permitted
    And it binds "New York State Police"

  Scenario: Federal officers need no agreement to hold people
    Given the practice "sheriff-holds-under-287g"
    And the custodian is the actor "ice-removal-officers"
    When it is checked
    Then "usc1357-g-agreement" is not-applicable because not-bound

  @S-30
  Scenario: What a city police department tells ICE needs no agreement
    Given the practice "city-police-tells-ice"
    When it is checked
    Then "us/statute/8-usc-1357#g.10" is named as bearing on it
