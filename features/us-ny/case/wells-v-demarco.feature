@us-ny/case/wells-v-demarco
Feature: People ex rel. Wells v DeMarco (2d Dept 2018), arrests and holds for immigration authorities

  From 14 November 2018 on, state and local officers of New York have no authority to arrest for civil immigration
  violations, and keeping a person past release is a new arrest. A judicial warrant gives authority. What a written
  287(g) agreement gives was left open.

  Rule: Holding a person past release

    @S-13
    Scenario: A sheriff who holds a person on a detainer and an ICE warrant has no authority to do so
      Given the practice "sheriff-holds-on-detainer"
      When it is checked
      Then the practice is violated
      And "wells-h1-hold" is violated
      And it cites "Wells v DeMarco (2d Dept 2018), opening paragraph and conclusion"
      And the position "agency" finds it violated
      And the position "advocate" finds it violated
      And the exception "judicial-warrant" fails
      And the exception "written-agreement" fails
      And the exception "federal-crime" fails

    @S-13
    Scenario: The hold breaks the ruling from the day of the ruling on
      Given the practice "sheriff-holds-on-detainer"
      When it is checked
      Then over time "wells-h1-hold" is:
        | from       | status         |
        | 2018-06-01 | not-applicable |
        | 2018-11-14 | violated       |

    @S-13
    Scenario: On the day before the ruling nothing on record forbade the hold
      Given the practice "sheriff-holds-on-detainer"
      When it is checked as it stood on 2018-11-13
      Then the practice is not-applicable
      And "wells-h1-hold" is not-applicable because not-in-force
      And "eo170-b3b-police-action" is not-applicable because not-bound

    @S-13
    Scenario: What would flip the hold is not to extend it, or another ground for it
      Given the practice "sheriff-holds-on-detainer"
      When it is checked
      Then "wells-h1-hold" is violated
      And it would be satisfied if "custody.extended" were otherwise
      And it would be excused if "custody.held-on" were otherwise

    @S-13
    Scenario: Informal cooperation under 8 USC 1357(g)(10) bears on the hold and is no mandate
      Given the practice "sheriff-holds-on-detainer"
      When it is checked
      Then "us/statute/8-usc-1357#g.10" is named as bearing on it
      And "us-ny/case/wells-v-demarco#BIND" is named as bearing on it
      And "us-ny/case/wells-v-demarco#LIM" is not named as bearing on it

    @H3
    Scenario Outline: <papers> alone give no authority to hold
      Given the practice "sheriff-holds-on-detainer"
      And the fact "custody.held-on" is "[<held-on>]"
      When it is checked
      Then "wells-h1-hold" is violated

      Examples:
        | papers                              | held-on                |
        | A detainer                          | immigration-detainer   |
        | An immigration officer's warrant    | administrative-warrant |
        | The suspicion of unlawful presence  | suspected-presence     |

    @H3
    Scenario: A federal judge's warrant gives authority to hold
      Given the practice "sheriff-holds-on-judicial-warrant"
      When it is checked
      Then the practice is excused
      And "wells-h1-hold" is excused
      And the exception "judicial-warrant" is shown
      And it cites "Wells v DeMarco (2d Dept 2018), body of the opinion (detainers and administrative warrants)"

    @H3
    Scenario: A state judge's warrant gives authority to hold as well
      Given the practice "sheriff-holds-on-judicial-warrant"
      And the fact "custody.held-on" is "[immigration-detainer, state-judge-warrant]"
      When it is checked
      Then "wells-h1-hold" is excused
      And the exception "judicial-warrant" is shown

    @H3
    Scenario: Whether a judge issued a warrant beside the detainer has to be found out
      Given the practice "sheriff-holds-on-detainer"
      And the fact "custody.held-on" is "{includes: [immigration-detainer], excludes: [federal-crime, delegated-power]}"
      When it is checked
      Then "wells-h1-hold" is undetermined
      And violated is still possible
      And excused is still possible
      And the exception "judicial-warrant" is unsettled
      And it asks about "custody.held-on"

    @H2
    Scenario: Handing a person over at the normal time of release is not the ruling's case
      Given the practice "sheriff-hands-over-at-release"
      When it is checked
      Then "wells-h1-hold" is satisfied
      And "us-ny/case/wells-v-demarco#LIM" is named as bearing on it
      And "eo170-b2-disclosure" is not-applicable because not-bound

    @H2
    Scenario: Whether the person was kept past release has to be found out
      Given the practice "sheriff-holds-on-detainer"
      And the fact "custody.extended" is not known
      When it is checked
      Then "wells-h1-hold" is undetermined
      And violated is still possible
      And satisfied is still possible
      And it asks about "custody.extended"

    @H3
    Scenario Outline: A person charged with a crime, with a detainer beside, who is <kept> is held <lawfully>
      Given the practice "sheriff-holds-on-detainer"
      And the fact "custody.held-on" is "[criminal-matter, immigration-detainer]"
      And the fact "custody.extended" is "<extended>"
      When it is checked
      Then "wells-h1-hold" is <status>

      Examples:
        | kept                                   | extended | lawfully          | status    |
        | kept while the charge holds the person | false    | lawfully          | satisfied |
        | kept when the charge no longer does    | true     | without authority | violated  |

    Scenario: The ruling says nothing about a hold for a criminal charge alone
      Given the practice "sheriff-holds-on-detainer"
      And the fact "custody.held-on" is "[criminal-matter]"
      When it is checked
      Then "wells-h1-hold" is not-applicable because out-of-scope

    @H3
    Scenario: Whether officers may hold on the suspicion of re-entry is left to judgment
      Given the practice "sheriff-holds-on-reentry-suspicion"
      When it is checked
      Then the practice is undetermined
      And "wells-h1-hold" is undetermined
      And violated is still possible
      And excused is still possible
      And it asks about "judgment:us-ny/case/wells-v-demarco#federal-crime-gives-power"

    @H3
    Scenario Outline: Once it is judged that New York law gives <power>, a hold on the suspicion of re-entry is <status>
      Given the practice "sheriff-holds-on-reentry-suspicion"
      And the judgment "us-ny/case/wells-v-demarco#federal-crime-gives-power" is "<holds>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "wells-h1-hold" is <status>
      And the exception "federal-crime" <outcome>

      Examples:
        | power     | holds | status   | outcome  |
        | the power | yes   | excused  | is shown |
        | no power  | no    | violated | fails    |

    Scenario Outline: The ruling binds <custodian>
      Given the practice "sheriff-holds-on-detainer"
      And the custodian is the actor "<custodian>"
      When it is checked
      Then "wells-h1-hold" is violated

      Examples:
        | custodian      |
        | county-sheriff |
        | city-police    |
        | state-police   |

    Scenario: A state agency without sworn officers is not what the ruling is about
      Given the practice "sheriff-holds-on-detainer"
      And the custodian is the actor "dcjs"
      When it is checked
      Then "wells-h1-hold" is not-applicable because not-bound

    Scenario: The authority of federal officers was not before the court
      Given the practice "sheriff-holds-on-detainer"
      And the custodian is the actor "ice-removal-officers"
      When it is checked
      Then "wells-h1-hold" is not-applicable because not-bound

    Scenario Outline: In the <department> Department the ruling's authority is <said>
      Given the practice "sheriff-holds-on-detainer"
      And the fact "custodian.judicial-department" is "<department>"
      When it is checked
      Then "wells-h1-hold" is violated
      And it is <flagged> "authority-unverified"

      Examples:
        | department | said            | flagged     |
        | first      | to be verified  | flagged     |
        | second     | the court's own | not flagged |
        | third      | to be verified  | flagged     |
        | fourth     | to be verified  | flagged     |

  Rule: Written agreements under 8 USC 1357(g)

    @S-15
    Scenario: Holding people under a written 287(g) agreement is contested, since the ruling left it open
      Given the practice "sheriff-holds-under-287g"
      When it is checked
      Then the practice is contested
      And "wells-h1-hold" is contested
      And the position "agency" finds it excused
      And it turns on "agreement-supplies-power"
      And it asks about "custody.state-law-on-agreement"
      And it cites "Wells v DeMarco (2d Dept 2018), body of the opinion (8 USC 1357(g))"
      And it is flagged "authority-unverified"

    @S-15
    Scenario Outline: Where state law <says>, the hold under the agreement is <agency> for the agency and <advocate> for the advocates
      Given the practice "sheriff-holds-under-287g"
      And the fact "custody.state-law-on-agreement" is "<value>"
      When it is checked
      Then "wells-h1-hold" is <status>
      And the position "agency" finds it <agency>
      And the position "advocate" finds it <advocate>

      Examples:
        | says                  | value         | status    | agency   | advocate |
        | gives the power       | [gives-power] | excused   | excused  | excused  |
        | forbids the agreement | [forbids]     | violated  | violated | violated |
        | is silent             | []            | contested | excused  | violated |

    @S-15
    Scenario: Whether state law forbids the agreement, or gives the power, has to be found out
      Given the practice "sheriff-holds-under-287g"
      And the fact "custody.state-law-on-agreement" is not known
      When it is checked
      Then "wells-h1-hold" is undetermined
      And violated is still possible
      And excused is still possible
      And the exception "written-agreement" is unsettled
      And it asks about "custody.state-law-on-agreement"

    @S-15
    Scenario: A detainer alone is no written agreement
      Given the practice "sheriff-holds-under-287g"
      And the fact "custody.held-on" is "[immigration-detainer]"
      When it is checked
      Then "wells-h1-hold" is violated
      And the exception "written-agreement" fails

  Rule: Arrests

    Scenario: A deputy's arrest in the street on an ICE warrant has no authority in New York law
      Given the practice "deputy-arrests-on-ice-warrant"
      When it is checked
      Then the practice is violated
      And "wells-h1-arrest" is violated
      And it cites "Wells v DeMarco (2d Dept 2018), opening paragraph and conclusion"
      And "eo170.1-b-civil-arrest" is not-applicable because out-of-scope

    Scenario: On the day before the ruling the arrest was governed by nothing on record
      Given the practice "deputy-arrests-on-ice-warrant"
      And it happened from 2018-11-13 to 2018-11-14
      When it is checked
      Then over time "wells-h1-arrest" is:
        | from       | status         |
        | 2018-11-13 | not-applicable |
        | 2018-11-14 | violated       |

    @H3
    Scenario Outline: An arrest on <ground> is <status>
      Given the practice "deputy-arrests-on-ice-warrant"
      And the fact "custody.held-on" is "[<held-on>]"
      When it is checked
      Then "wells-h1-arrest" is <status>

      Examples:
        | ground                            | held-on                                       | status    |
        | suspected unlawful presence       | suspected-presence                            | violated  |
        | a detainer                        | immigration-detainer                          | violated  |
        | a federal judge's warrant alone   | federal-judge-warrant                         | satisfied |
        | a crime under state law as well   | administrative-warrant, criminal-matter       | satisfied |
        | a federal judge's warrant as well | administrative-warrant, federal-judge-warrant | excused   |
        | a state judge's warrant as well   | administrative-warrant, state-judge-warrant   | excused   |
        | suspected re-entry as well        | administrative-warrant, federal-crime         | undetermined |

    Scenario Outline: Once it is judged that New York law gives <power>, an arrest for suspected re-entry is <status>
      Given the practice "deputy-arrests-on-ice-warrant"
      And the fact "custody.held-on" is "[administrative-warrant, federal-crime]"
      And the judgment "us-ny/case/wells-v-demarco#federal-crime-gives-power" is "<holds>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "wells-h1-arrest" is <status>

      Examples:
        | power     | holds | status   |
        | the power | yes   | excused  |
        | no power  | no    | violated |

    @H3
    Scenario: Whether a judge's warrant was there as well has to be found out
      Given the practice "deputy-arrests-on-ice-warrant"
      And the fact "custody.held-on" is "{includes: [administrative-warrant], excludes: [criminal-matter, federal-crime, delegated-power]}"
      When it is checked
      Then "wells-h1-arrest" is undetermined
      And violated is still possible
      And excused is still possible
      And the exception "judicial-warrant" is unsettled
      And it asks about "custody.held-on"

    @S-15
    Scenario: What state law says of the agreement that an arrest rests on has to be found out
      Given the practice "deputy-arrests-on-ice-warrant"
      And the fact "custody.held-on" is "[administrative-warrant, delegated-power]"
      And the fact "custody.state-law-on-agreement" is not known
      When it is checked
      Then "wells-h1-arrest" is undetermined
      And violated is still possible
      And excused is still possible
      And the exception "written-agreement" is unsettled
      And it asks about "custody.state-law-on-agreement"

    @S-15
    Scenario: An arrest under a written agreement divides the sides where state law is silent
      Given the practice "deputy-arrests-on-ice-warrant"
      And the fact "custody.held-on" is "[delegated-power]"
      And the fact "custody.state-law-on-agreement" is "[]"
      When it is checked
      Then "wells-h1-arrest" is contested
      And the position "agency" finds it excused
      And the position "advocate" finds it violated
      And it turns on "agreement-supplies-power"

    @S-15
    Scenario Outline: An arrest under a written agreement is <status> where state law <says>
      Given the practice "deputy-arrests-on-ice-warrant"
      And the fact "custody.held-on" is "[delegated-power]"
      And the fact "custody.state-law-on-agreement" is "<value>"
      When it is checked
      Then "wells-h1-arrest" is <status>
      And the exception "written-agreement" <outcome>

      Examples:
        | says                  | value         | status   | outcome  |
        | gives the power       | [gives-power] | excused  | is shown |
        | forbids the agreement | [forbids]     | violated | fails    |

    Scenario Outline: For an arrest in the <department> Department the ruling's authority is <said>
      Given the practice "deputy-arrests-on-ice-warrant"
      And the fact "arresting-authority.judicial-department" is "<department>"
      When it is checked
      Then "wells-h1-arrest" is violated
      And it is <flagged> "authority-unverified"

      Examples:
        | department | said            | flagged     |
        | first      | to be verified  | flagged     |
        | second     | the court's own | not flagged |
        | third      | to be verified  | flagged     |
        | fourth     | to be verified  | flagged     |

    Scenario: Arrests by ICE's own officers were not before the court
      Given the practice "deputy-arrests-on-ice-warrant"
      And the arresting authority is the actor "ice-removal-officers"
      When it is checked
      Then "wells-h1-arrest" is not-applicable because not-bound

  Rule: The ban of 2026 is before the courts

    @S-15
    Scenario Outline: <act> on <ground> is <flagged> as resting on an authority that was not verified
      Given the practice "sheriff-holds-on-detainer"
      And the arresting authority is the actor "county-sheriff"
      And it happened on 2026-11-22
      And the fact "act" is "[<value>]"
      And the fact "custody.held-on" is "[<held-on>]"
      When it is checked
      Then "<rule>" is <status>
      And it is <flagged> "authority-unverified"

      Examples:
        | act       | value        | ground           | held-on              | rule            | status       | flagged     |
        | A hold    | custody      | delegated powers | delegated-power      | wells-h1-hold   | undetermined | flagged     |
        | A hold    | custody      | a detainer       | immigration-detainer | wells-h1-hold   | violated     | not flagged |
        | An arrest | civil-arrest | delegated powers | delegated-power      | wells-h1-arrest | undetermined | flagged     |
        | An arrest | civil-arrest | a detainer       | immigration-detainer | wells-h1-arrest | violated     | not flagged |
