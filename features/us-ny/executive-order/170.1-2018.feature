@us-ny/executive-order/170.1-2018
Feature: Executive Order 170.1 (2018), civil immigration arrests in state facilities

  From 25 April 2018 on, federal immigration authorities may make civil arrests in state facilities only with a
  judicial warrant or order, unless the arrest is related to a proceeding in the facility. The rule is put on the
  body that owns or leases the building.

  @S-16
  Scenario: An arrest in the lobby of a state motor-vehicle office on an ICE form breaks the order
    Given the practice "ice-arrest-in-dmv-lobby"
    When it is checked
    Then the practice is violated
    And "eo170.1-b-civil-arrest" is violated
    And it cites "EO 170.1 (2018), B"
    And it binds "New York State Department of Motor Vehicles"
    And the position "agency" finds it violated
    And the position "advocate" finds it violated
    And the exception "related-to-proceeding" fails
    And it asks nothing

  @S-16
  Scenario: What would make the arrest lawful is a judge's warrant or order
    Given the practice "ice-arrest-in-dmv-lobby"
    When it is checked
    Then "eo170.1-b-civil-arrest" is violated
    And it would be satisfied if "arrest.warrant-from" were otherwise
    And it would be satisfied if "arrest.order-from" were otherwise
    And it would be excused if "arrest.proceeding" were otherwise

  @S-16
  Scenario Outline: On <day> the order is <status> by the arrest
    Given the practice "ice-arrest-in-dmv-lobby"
    And it happened on <day>
    When it is checked
    Then "eo170.1-b-civil-arrest" is <status>

    Examples: from the day that it was made
      | day        | status         |
      | 2018-04-24 | not-applicable |
      | 2018-04-25 | violated       |

    Examples: on the last day before the next Governor
      | day        | status   |
      | 2021-08-23 | violated |

    Examples: continued by the next Governor
      | day        | status   |
      | 2021-08-24 | violated |
      | 2021-10-07 | violated |

    Examples: of uncertain force between the orders of 2021 and 2025
      | day        | status       |
      | 2021-10-08 | undetermined |
      | 2025-01-15 | undetermined |

    Examples: expressly continued on 16 January 2025
      | day        | status   |
      | 2025-01-16 | violated |

  Scenario: The law as of the day before the order leaves the arrest alone
    Given the practice "ice-arrest-in-dmv-lobby"
    And the law as of 2018-04-24
    When it is checked
    Then the practice is not-applicable
    And "eo170.1-b-civil-arrest" is not-applicable because not-in-force

  @A.3
  Scenario Outline: A warrant from <judge> is <kind>
    Given the practice "ice-arrest-in-dmv-lobby"
    And the fact "arrest.warrant-from" is "[<from>]"
    When it is checked
    Then "eo170.1-b-civil-arrest" is <status>

    Examples:
      | judge                       | from                     | kind         | status    |
      | a federal judge             | article-iii-judge        | judicial     | satisfied |
      | a federal magistrate judge  | federal-magistrate-judge | judicial     | satisfied |
      | a state judge               | state-judge              | judicial     | satisfied |
      | a city or town judge        | local-judge              | judicial     | satisfied |
      | an immigration judge        | immigration-judge        | not judicial | violated  |
      | an immigration officer      | immigration-officer      | not judicial | violated  |

  @A.4
  Scenario Outline: An order from <judge> is <kind>
    Given the practice "ice-arrest-in-dmv-lobby"
    And the fact "arrest.order-from" is "[<from>]"
    When it is checked
    Then "eo170.1-b-civil-arrest" is <status>

    Examples:
      | judge                       | from                     | kind         | status    |
      | a federal judge             | article-iii-judge        | judicial     | satisfied |
      | a federal magistrate judge  | federal-magistrate-judge | judicial     | satisfied |
      | a state judge               | state-judge              | judicial     | satisfied |
      | a city or town judge        | local-judge              | judicial     | satisfied |
      | an immigration judge        | immigration-judge        | not judicial | violated  |

  @A.3
  Scenario: A judge's warrant for somebody else does not allow the arrest
    Given the practice "ice-arrest-in-dmv-lobby"
    And the fact "arrest.warrant-from" is "[federal-magistrate-judge]"
    And the fact "arrest.papers-name-person" is "false"
    When it is checked
    Then "eo170.1-b-civil-arrest" is violated

  @A.4
  Scenario: A judge's order about somebody else does not allow the arrest
    Given the practice "ice-arrest-in-dmv-lobby"
    And the fact "arrest.order-from" is "[federal-magistrate-judge]"
    And the fact "arrest.papers-name-person" is "false"
    When it is checked
    Then "eo170.1-b-civil-arrest" is violated

  Scenario: Whether there is a judge's warrant has to be found out
    Given the practice "ice-arrest-in-dmv-lobby"
    And the fact "arrest.warrant-from" is not known
    When it is checked
    Then "eo170.1-b-civil-arrest" is undetermined
    And violated is still possible
    And satisfied is still possible
    And it asks about "arrest.warrant-from"

  @T-12
  Scenario: The sides differ on a person who came for a hearing that the arrest has nothing to do with
    Given the practice "ice-arrest-at-dmv-hearing"
    When it is checked
    Then the practice is contested
    And "eo170.1-b-civil-arrest" is contested
    And the position "agency" finds it excused
    And the position "advocate" finds it violated
    And it turns on "related-to-proceeding"

  @T-12
  Scenario: An arrest that arises from the proceeding itself is related to it on both readings
    Given the practice "ice-arrest-at-dmv-hearing"
    And the fact "arrest.proceeding" is "arises-from"
    When it is checked
    Then "eo170.1-b-civil-arrest" is excused
    And the exception "related-to-proceeding" is shown

  @T-12
  Scenario: What the arrest has to do with a proceeding has to be found out
    Given the practice "ice-arrest-at-dmv-hearing"
    And the fact "arrest.proceeding" is not known
    When it is checked
    Then "eo170.1-b-civil-arrest" is undetermined
    And the exception "related-to-proceeding" is unsettled
    And it asks about "arrest.proceeding"

  @S-17
  Scenario Outline: The order does not reach a building kept by <keeper>
    Given the practice "ice-arrest-in-dmv-lobby"
    And the facility keeper is the actor "<keeper>"
    When it is checked
    Then "eo170.1-b-civil-arrest" is not-applicable because not-bound
    And the practice is not-applicable

    Examples:
      | keeper               |
      | unified-court-system |
      | port-authority-ny-nj |
      | state-legislature    |
      | county-sheriff       |

  @S-16
  Scenario: Whether the state owns or leases the building has to be found out
    Given the practice "ice-arrest-in-dmv-lobby"
    And the facility keeper is not known
    When it is checked
    Then "eo170.1-b-civil-arrest" is undetermined
    And violated is still possible
    And it asks about "facility-keeper"

  @A.2
  Scenario Outline: A building of <keeper> is <reached>
    Given the practice "ice-arrest-in-dmv-lobby"
    And the facility keeper is not known
    And these facts:
      | fact                             | value      |
      | facility-keeper.level            | <level>    |
      | facility-keeper.branch           | <branch>   |
      | facility-keeper.governors-hold   | <hold>     |
      | facility-keeper.excluded-by-name | <excluded> |
    When it is checked
    Then "eo170.1-b-civil-arrest" is <status>

    Examples:
      | keeper                                               | level | branch             | hold                | excluded | reached     | status         |
      | a department under the Governor                      | state | executive          | executive-authority | false    | reached     | violated       |
      | a state board whose chair the Governor appoints      | state | executive          | appoints            | false    | reached     | violated       |
      | an authority whose board the Governor appoints       | state | public-corporation | appoints            | false    | reached     | violated       |
      | an authority in which the Governor has no say        | state | public-corporation | no-hold             | false    | not reached | not-applicable |
      | a department whose head the Governor does not choose | state | executive          | no-hold             | false    | not reached | not-applicable |
      | a court whose judges the Governor appoints           | state | judicial           | appoints            | false    | not reached | not-applicable |
      | a county office that the Governor fills              | local | executive          | appoints            | false    | not reached | not-applicable |
      | an authority that is excluded by name                | state | public-corporation | appoints            | true     | not reached | not-applicable |

  @A.2
  Scenario: Whatever is under the Governor's executive authority is an Affected State Entity
    Given the practice "ice-arrest-in-dmv-lobby"
    And the facility keeper is not known
    And these facts:
      | fact                             | value               |
      | facility-keeper.level            | state               |
      | facility-keeper.governors-hold   | executive-authority |
      | facility-keeper.excluded-by-name | false               |
    When it is checked
    Then "eo170.1-b-civil-arrest" is violated

  @A.1
  Scenario: Whether the sidewalk belongs to the state facility is left to judgment
    Given the practice "ice-arrest-in-dmv-lobby"
    And the fact "arrest.place" is "grounds"
    When it is checked
    Then "eo170.1-b-civil-arrest" is undetermined
    And it asks about "judgment:us-ny/executive-order/170.1-2018#grounds-count"

  @A.1
  Scenario Outline: Once somebody has judged that the sidewalk <counts>, the finding is <status>
    Given the practice "ice-arrest-in-dmv-lobby"
    And the fact "arrest.place" is "grounds"
    And the judgment "us-ny/executive-order/170.1-2018#grounds-count" is "<holds>", by "the reviewer", because "for this scenario"
    When it is checked
    Then "eo170.1-b-civil-arrest" is <status>

    Examples:
      | counts         | holds | status         |
      | counts         | yes   | violated       |
      | does not count | no    | not-applicable |

  Scenario Outline: The order says nothing about <what>
    Given the practice "ice-arrest-in-dmv-lobby"
    And the fact "<fact>" is "<value>"
    When it is checked
    Then "eo170.1-b-civil-arrest" is not-applicable because out-of-scope

    Examples:
      | what                      | fact         | value           |
      | an arrest somewhere else  | arrest.place | elsewhere       |
      | a police action for crime | act          | [police-action] |
      | holding a person          | act          | [custody]       |

  @T-7
  Scenario Outline: An arrest by <authority> is <status>
    Given the practice "ice-arrest-in-dmv-lobby"
    And the arresting authority is the actor "<authority>"
    When it is checked
    Then "eo170.1-b-civil-arrest" is <status>

    Examples:
      | authority            | status         |
      | ice-removal-officers | violated       |
      | ice                  | violated       |
      | cbp-grand-island     | violated       |
      | fbi                  | not-applicable |
      | state-police         | not-applicable |

  @T-7
  Scenario Outline: An arrest by an office of which only the part in enforcement is known, <part>, is <status>
    Given the practice "ice-arrest-in-dmv-lobby"
    And the arresting authority is not known
    And the fact "arresting-authority.immigration-arm" is "<arm>"
    When it is checked
    Then "eo170.1-b-civil-arrest" is <status>

    Examples:
      | part                                       | arm       | status       |
      | that it arrests and removes people         | removal   | violated     |
      | that it belongs to an immigration agency   | other-arm | violated     |
      | that it passes information on              | passes-on | undetermined |
