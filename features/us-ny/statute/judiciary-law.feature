@us-ny/statute/judiciary-law
Feature: Judiciary Law 4-a and 212, what courts may and must do about arrests

  From 15 December 2020 on, courts may make orders that keep people safe from civil arrest. Officers who are not local
  identify themselves in courthouses, and counsel for the courts reviews their warrants. Known second-hand only.

  Scenario Outline: A court's order on <day> that guards the way to court is <status>
    Given these facts:
      | fact                               | value              |
      | act                                | [protective-order] |
      | protective-order.guards-attendance | true               |
    And the court is the actor "<court>"
    And it happened on <day>
    When it is checked
    Then "jud4a-protective-order" is <status>
    And it cites "Jud Law, section 4-a"

    Examples:
      | court                | day        | status         |
      | unified-court-system | 2020-12-14 | not-applicable |
      | unified-court-system | 2020-12-15 | permitted      |
      | town-court           | 2020-12-15 | permitted      |

  Scenario Outline: There is no power for <what>
    Given these facts:
      | fact                               | value    |
      | act                                | [<act>]  |
      | protective-order.guards-attendance | <guards> |
    And the court is the actor "<court>"
    And it happened on 2021-03-01
    When it is checked
    Then "jud4a-protective-order" is not-applicable because <reason>

    Examples:
      | what                              | act              | guards | court                | reason       |
      | an order about something else     | protective-order | false  | unified-court-system | out-of-scope |
      | what is no order of a court       | civil-arrest     | true   | unified-court-system | out-of-scope |
      | the legislature                   | protective-order | true   | state-legislature    | not-bound    |
      | a federal agency                  | protective-order | true   | fbi                  | not-bound    |

  Scenario Outline: A court of <whose> has <power> under the section
    Given these facts:
      | fact                               | value              |
      | act                                | [protective-order] |
      | protective-order.guards-attendance | true               |
      | court.level                        | <level>            |
      | court.branch                       | judicial           |
    And it happened on 2021-03-01
    When it is checked
    Then "jud4a-protective-order" is <status>

    Examples:
      | whose             | power    | level   | status         |
      | the state         | power    | state   | permitted      |
      | a city            | power    | local   | permitted      |
      | the United States | no power | federal | not-applicable |

  Scenario: Officers of ICE who identify themselves, with a warrant that counsel reviews
    Given the practice "ice-officers-come-into-courthouse"
    And it happened on 2021-03-01
    When it is checked
    Then "jud212-identification" is satisfied
    And it cites "Jud Law, section 212, identification"
    And it binds "New York State Unified Court System"
    And "jud212-review" is satisfied
    And it cites "Jud Law, section 212, review"

  Scenario Outline: On <day> both duties are <status>
    Given the practice "ice-officers-come-into-courthouse"
    And the fact "courthouse.officers-identified" is "false"
    And the fact "courthouse.papers-reviewed-by" is "[]"
    And it happened on <day>
    When it is checked
    Then "jud212-identification" is <status>
    And "jud212-review" is <status>

    Examples:
      | day        | status         |
      | 2020-12-14 | not-applicable |
      | 2020-12-15 | violated       |

  Scenario Outline: A warrant reviewed by <whom> is <status>
    Given the practice "ice-officers-come-into-courthouse"
    And the fact "courthouse.papers-reviewed-by" is "<by>"
    And it happened on 2021-03-01
    When it is checked
    Then "jud212-review" is <status>
    And "jud212-identification" is satisfied

    Examples:
      | whom             | by               | status    |
      | a court attorney | [court-attorney] | satisfied |
      | a judge only     | [judge]          | violated  |
      | other staff      | [other-staff]    | violated  |

  Scenario: Where no warrant is shown there is nothing to review
    Given the practice "ice-officers-come-into-courthouse"
    And the fact "courthouse.warrant-shown" is "false"
    And the fact "courthouse.papers-reviewed-by" is "[]"
    And it happened on 2021-03-01
    When it is checked
    Then "jud212-review" is not-applicable because out-of-scope
    And "jud212-identification" is satisfied

  Scenario Outline: Officers of <body> are <kind>
    Given the practice "ice-officers-come-into-courthouse"
    And the entering body is the actor "<body>"
    And it happened on 2021-03-01
    When it is checked
    Then "jud212-identification" is <status>
    And "jud212-review" is <status>

    Examples:
      | body                 | kind      | status         |
      | fbi                  | non-local | satisfied      |
      | state-police         | non-local | satisfied      |
      | port-authority-ny-nj | non-local | satisfied      |
      | city-police          | local     | not-applicable |
      | county-sheriff       | local     | not-applicable |

  Scenario: The duties are about officers who come into a courthouse
    Given the practice "ice-arrest-on-the-way-to-court"
    When it is checked
    Then "jud212-identification" is not-applicable because out-of-scope
    And "jud212-review" is not-applicable because out-of-scope

  Scenario: The duties bind courts alone
    Given the practice "ice-officers-come-into-courthouse"
    And the court is the actor "state-agency"
    And it happened on 2021-03-01
    When it is checked
    Then "jud212-identification" is not-applicable because not-bound
    And "jud212-review" is not-applicable because not-bound
