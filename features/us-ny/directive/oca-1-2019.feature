@us-ny/directive/oca-1-2019
Feature: OCA directive 1-2019, arrests by ICE in courthouses

  From 17 April 2019 on, ICE may make arrests inside a courthouse of the state only with a warrant or order of a federal
  judge or a federal magistrate judge. A judge or court attorney reviews the paper, and court staff report the event.

  @S-17
  Scenario: An arrest in a courthouse on an ICE form breaks the directive, and the executive order does not reach it
    Given the practice "ice-arrest-in-courthouse"
    When it is checked
    Then the practice is violated
    And "oca2019-arrest" is violated
    And it cites "OCA directive 1-2019, arrests in courthouses"
    And it binds "the part of ICE that arrests and removes people"
    And the position "agency" finds it violated
    And the position "advocate" finds it violated
    And it is flagged "source-unverified"
    And it asks nothing
    And "eo170.1-b-civil-arrest" is not-applicable because not-bound
    And "poca28-1-civil-arrest" is not-applicable because not-in-force
    And "wells-h1-arrest" is not-applicable because not-bound

  @S-17
  Scenario: Whether the paper was reviewed and the arrest reported has to be found out
    Given the practice "ice-arrest-in-courthouse"
    When it is checked
    Then "oca2019-review" is undetermined
    And it asks about "courthouse.papers-reviewed-by"
    And "oca2019-report" is undetermined
    And it asks about "courthouse.incident-report"

  @S-17
  Scenario: What would make the arrest lawful under the directive
    Given the practice "ice-arrest-in-courthouse"
    When it is checked
    Then "oca2019-arrest" is violated
    And it would be satisfied if "arrest.warrant-from" were otherwise
    And it would be satisfied if "arrest.order-from" were otherwise

  Scenario Outline: On <day> the directive is <status> by the arrest
    Given the practice "ice-arrest-in-courthouse"
    And the fact "courthouse.papers-reviewed-by" is "[]"
    And the fact "courthouse.incident-report" is "false"
    And it happened on <day>
    When it is checked
    Then "oca2019-arrest" is <status>
    And "oca2019-review" is <status>
    And "oca2019-report" is <status>

    Examples:
      | day        | status         |
      | 2019-04-16 | not-applicable |
      | 2019-04-17 | violated       |

  Scenario: The day before the directive no court rule forbade the arrest
    Given the practice "ice-arrest-in-courthouse"
    And it happened on 2019-04-16
    When it is checked
    Then "oca2019-arrest" is not-applicable because not-in-force

  Scenario Outline: A warrant from <judge> is <kind>
    Given the practice "ice-arrest-in-courthouse"
    And the fact "arrest.warrant-from" is "[<from>]"
    When it is checked
    Then "oca2019-arrest" is <status>

    Examples:
      | judge                      | from                     | kind         | status    |
      | a federal judge            | article-iii-judge        | judicial     | satisfied |
      | a federal magistrate judge | federal-magistrate-judge | judicial     | satisfied |
      | a state judge              | state-judge              | not judicial | violated  |
      | a city or town judge       | local-judge              | not judicial | violated  |
      | an immigration judge       | immigration-judge        | not judicial | violated  |
      | an immigration officer     | immigration-officer      | not judicial | violated  |

  Scenario Outline: An order from <judge> is <kind>
    Given the practice "ice-arrest-in-courthouse"
    And the fact "arrest.order-from" is "[<from>]"
    When it is checked
    Then "oca2019-arrest" is <status>

    Examples:
      | judge                      | from                     | kind         | status    |
      | a federal judge            | article-iii-judge        | judicial     | satisfied |
      | a federal magistrate judge | federal-magistrate-judge | judicial     | satisfied |
      | a state judge              | state-judge              | not judicial | violated  |
      | a city or town judge       | local-judge              | not judicial | violated  |
      | an immigration judge       | immigration-judge        | not judicial | violated  |

  Scenario Outline: A federal judge's <paper> for another arrest does not allow this one
    Given the practice "ice-arrest-in-courthouse"
    And the fact "<fact>" is "[article-iii-judge]"
    And the fact "arrest.papers-authorize-it" is "false"
    When it is checked
    Then "oca2019-arrest" is violated

    Examples:
      | paper   | fact                |
      | warrant | arrest.warrant-from |
      | order   | arrest.order-from   |

  Scenario: Who issued the warrant has to be found out
    Given the practice "ice-arrest-in-courthouse"
    And the fact "arrest.warrant-from" is not known
    When it is checked
    Then "oca2019-arrest" is undetermined
    And violated is still possible
    And satisfied is still possible
    And it asks about "arrest.warrant-from"

  Scenario: Whether an arrest for a crime needs the warrant as well cannot be said before the directive is seen
    Given the practice "ice-arrest-in-courthouse"
    And the arresting authority is the actor "ice-criminal-investigators"
    And the fact "act" is "[criminal-arrest]"
    And the fact "arrest.warrant-from" is "[state-judge]"
    When it is checked
    Then "oca2019-arrest" is undetermined
    And violated is still possible
    And it asks about "judgment:us-ny/directive/oca-1-2019#arrests-for-crimes"
    And "oca2019-review" is undetermined
    And "oca2019-report" is undetermined

  Scenario Outline: Once somebody has read that the directive <covers> arrests for crimes, such an arrest is <status>
    Given the practice "ice-arrest-in-courthouse"
    And the fact "act" is "[criminal-arrest]"
    And the judgment "us-ny/directive/oca-1-2019#arrests-for-crimes" is "<holds>", by "the reviewer", because "for this scenario"
    When it is checked
    Then "oca2019-arrest" is <status>

    Examples:
      | covers         | holds | status         |
      | covers         | yes   | violated       |
      | does not cover | no    | not-applicable |

  Scenario Outline: The directive says nothing about <what>
    Given the practice "ice-arrest-in-courthouse"
    And the fact "<fact>" is "<value>"
    When it is checked
    Then "oca2019-arrest" is not-applicable because out-of-scope
    And "oca2019-review" is not-applicable because out-of-scope
    And "oca2019-report" is not-applicable because out-of-scope

    Examples:
      | what                              | fact            | value                 |
      | a town or village court           | courthouse.kind | town-or-village-court |
      | a building that is no courthouse  | courthouse.kind | no-courthouse         |
      | an arrest on the steps            | arrest.place    | grounds               |
      | officers who arrest nobody        | act             | [courthouse-entry]    |

  Scenario Outline: An arrest by <authority> is <status>
    Given the practice "ice-arrest-in-courthouse"
    And the arresting authority is the actor "<authority>"
    When it is checked
    Then "oca2019-arrest" is <status>

    Examples:
      | authority             | status         |
      | ice                   | violated       |
      | ice-nyc-fugitive-unit | violated       |
      | cbp-grand-island      | not-applicable |
      | fbi                   | not-applicable |
      | city-police           | not-applicable |

  Scenario: The directive's arrest rule does not bind the border agency
    Given the practice "ice-arrest-in-courthouse"
    And the arresting authority is the actor "cbp-grand-island"
    When it is checked
    Then "oca2019-arrest" is not-applicable because not-bound
    And "oca2019-review" is not-applicable because out-of-scope
    And "oca2019-report" is not-applicable because out-of-scope

  Scenario Outline: A paper reviewed by <whom> is <status>
    Given the practice "ice-arrest-in-courthouse"
    And the fact "courthouse.papers-reviewed-by" is "<by>"
    When it is checked
    Then "oca2019-review" is <status>

    Examples:
      | whom             | by               | status    |
      | a judge          | [judge]          | satisfied |
      | a court attorney | [court-attorney] | satisfied |
      | other staff      | [other-staff]    | violated  |
      | nobody           | []               | violated  |

  Scenario Outline: An arrest that was <reported> leaves the duty to report <status>
    Given the practice "ice-arrest-in-courthouse"
    And the fact "courthouse.incident-report" is "<report>"
    When it is checked
    Then "oca2019-report" is <status>
    And it binds "New York State Unified Court System"

    Examples:
      | reported     | report | status    |
      | reported     | true   | satisfied |
      | not reported | false  | violated  |

  Scenario Outline: The staff duties do not bind <body>
    Given the practice "ice-arrest-in-courthouse"
    And the court is the actor "<body>"
    When it is checked
    Then "oca2019-review" is not-applicable because not-bound
    And "oca2019-report" is not-applicable because not-bound

    Examples:
      | body         |
      | town-court   |
      | state-agency |

  Scenario: The directive does not forbid court staff to talk to ICE
    Given the practice "court-officers-tip-off-ice-later"
    When it is checked
    Then "us-ny/directive/oca-1-2019#contact" is named as bearing on it
    And "oca2019-arrest" is not-applicable because out-of-scope

  Scenario Outline: What the directive leaves alone is not shown where <why>
    Given the practice "court-officers-tip-off-ice-later"
    And the <role> is the actor "<actor>"
    When it is checked
    Then "us-ny/directive/oca-1-2019#contact" is not named as bearing on it

    Examples:
      | why                       | role      | actor       |
      | the police talk to ICE    | discloser | city-police |
      | the courts talk to police | recipient | city-police |

  Scenario: What the directive leaves alone is not shown where nothing is told
    Given the practice "court-officers-tip-off-ice-later"
    And the fact "act" is "[arrest-assistance]"
    When it is checked
    Then "us-ny/directive/oca-1-2019#contact" is not named as bearing on it

  Scenario Outline: What the directive leaves alone is <shown> for contact with ICE of which no more is known, on <day>
    Given the practice "court-officers-in-touch-with-ice"
    And it happened on <day>
    When it is checked
    Then "us-ny/directive/oca-1-2019#contact" is <named> as bearing on it

    Examples:
      | day        | shown     | named     |
      | 2019-04-16 | not shown | not named |
      | 2019-04-17 | shown     | named     |

  Scenario Outline: What the directive leaves alone is not shown where <why>, if contact is all that is known
    Given the practice "court-officers-in-touch-with-ice"
    And it happened on 2019-04-17
    And <given>
    When it is checked
    Then "us-ny/directive/oca-1-2019#contact" is not named as bearing on it

    Examples:
      | why                        | given                                         |
      | there was no contact       | the fact "assistance.contact" is "false"      |
      | the police were in contact | the assisting body is the actor "city-police" |
