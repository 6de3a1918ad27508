@us-ny/statute/executive-law-170-k
Feature: Executive Law 170-k (2026), agreements to enforce federal immigration law

  From 27 May 2026 on, law enforcement agencies and local governments may not make, renew, change or keep an agreement
  under 8 USC 1357(g) or a similar one that uses local means to detain. They must use the clauses by which they can end
  one, and existing ones are void from 25 August 2026. The text of these subdivisions is known second-hand only, and
  lawsuits are pending.

  Rule: Subdivision 2(a), the ban

    @S-15
    Scenario: An agreement of 2020 that was kept breaks the statute from its first day
      Given the practice "sheriff-keeps-287g-agreement"
      When it is checked
      Then over time "exec170k-2a-agreement" is:
        | from       | status         |
        | 2026-01-01 | not-applicable |
        | 2026-05-27 | violated       |

    @S-15
    Scenario Outline: On <day> the ban on the agreement is <status>
      Given the practice "sheriff-keeps-287g-agreement"
      When it is checked as it stood on <day>
      Then the practice is <status>
      And "exec170k-2a-agreement" is <status>

      Examples:
        | day        | status         |
        | 2026-05-26 | not-applicable |
        | 2026-05-27 | violated       |
        | 2026-08-24 | violated       |
        | 2026-08-25 | violated       |
        | 2026-11-22 | violated       |

    @S-15
    Scenario: The finding says that the ban is before the courts and that sources conflict
      Given the practice "sheriff-keeps-287g-agreement"
      When it is checked
      Then "exec170k-2a-agreement" is violated
      And it cites "Exec Law 170-k (2026), subdivision 2(a)"
      And it is flagged "authority-unverified"
      And it is flagged "source-unverified"
      And the position "agency" finds it violated
      And the position "advocate" finds it violated
      And "us-ny/statute/s9005-c-2026#litigation" is named as bearing on it

    @S-15
    Scenario Outline: An agreement that was <step> is <status>
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.step" is "[<step>]"
      When it is checked
      Then "exec170k-2a-agreement" is <status>

      Examples:
        | step     | status    |
        | entered  | violated  |
        | renewed  | violated  |
        | modified | violated  |
        | kept     | violated  |
        | ended    | satisfied |

    Scenario Outline: An agreement <about> is <status>
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.kind" is "<kind>"
      When it is checked
      Then "exec170k-2a-agreement" is <status>

      Examples:
        | about                            | kind             | status    |
        | under 8 USC 1357(g)              | delegation       | violated  |
        | to hold people with local means  | detention        | violated  |
        | about crimes                     | criminal-matters | satisfied |
        | of another kind                  | other-agreement  | satisfied |

    Scenario: What kind of agreement it is has to be found out
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.kind" is not known
      When it is checked
      Then "exec170k-2a-agreement" is undetermined
      And it asks about "agreement.kind"

    Scenario Outline: The ban on agreements is <status> for <body>
      Given the practice "sheriff-keeps-287g-agreement"
      And the agreeing body is the actor "<body>"
      When it is checked
      Then "exec170k-2a-agreement" is <status>

      Examples:
        | body                 | status         |
        | sheriff-287g         | violated       |
        | county-sheriff       | violated       |
        | city-police          | violated       |
        | city-office          | violated       |
        | state-police         | violated       |
        | state-agency         | not-applicable |
        | dcjs                 | not-applicable |
        | port-authority-ny-nj | not-applicable |
        | ice                  | not-applicable |

    Scenario Outline: A <branch> body of the state <with> is <status>
      Given the practice "sheriff-keeps-287g-agreement"
      And the agreeing body is not known
      And the fact "agreeing-body.level" is "<level>"
      And the fact "agreeing-body.branch" is "<branch>"
      And the fact "agreeing-body.officers" is "<officers>"
      And the fact "agreeing-body.excluded-by-name" is "<excluded>"
      When it is checked
      Then "exec170k-2a-agreement" is <status>

      Examples:
        | level | branch             | with                        | officers                   | excluded | status         |
        | state | executive          | with police officers        | sworn                      | false    | violated       |
        | state | public-corporation | with police officers        | sworn                      | false    | violated       |
        | state | independent        | with police officers        | sworn                      | false    | violated       |
        | state | judicial           | with peace officers         | sworn                      | false    | undetermined   |
        | state | legislative        | with peace officers         | sworn                      | false    | undetermined   |
        | state | executive          | with civilians only         | criminal-justice-civilians | false    | not-applicable |
        | state | executive          | without officers            | other-staff                | false    | not-applicable |
        | state | public-corporation | that is excluded by name    | sworn                      | true     | not-applicable |
        | local | executive          | without officers            | other-staff                | false    | violated       |
        | interstate | public-corporation | of two states            | sworn                      | true     | not-applicable |
        | interstate | public-corporation | not excluded by name     | sworn                      | false    | not-applicable |

    @S-12
    Scenario Outline: That court officers are peace officers makes the courts an agency only if that is judged so: <holds>
      Given the practice "sheriff-keeps-287g-agreement"
      And the agreeing body is the actor "unified-court-system"
      And the fact "agreeing-body.officers" is "sworn"
      And the judgment "us-ny/statute/executive-law-170-k#court-or-legislature-covered" of the agreeing body is "<holds>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "exec170k-2a-agreement" is <status>

      Examples:
        | holds | status         |
        | yes   | violated       |
        | no    | not-applicable |

    @S-12
    Scenario: Whether the courts are covered is open
      Given the practice "sheriff-keeps-287g-agreement"
      And the agreeing body is the actor "unified-court-system"
      When it is checked
      Then "exec170k-2a-agreement" is undetermined
      And violated is still possible

    @S-13
    Scenario Outline: A hold on a detainer is no agreement, so that on <day> the ruling forbids it and this statute does not
      Given the practice "sheriff-holds-on-detainer"
      And it happened on <day>
      When it is checked
      Then the practice is violated
      And "wells-h1-hold" is violated
      And "exec170k-2a-agreement" is not-applicable because out-of-scope
      And "exec170k-7-void-agreement" is not-applicable because out-of-scope
      And "us/regulation/8-cfr-287#request" is named as bearing on it

      Examples:
        | day        |
        | 2026-05-26 |
        | 2026-05-27 |
        | 2026-11-22 |

  Rule: Subdivision 7, termination

    @S-15
    Scenario: Between the enactment and the voidness nobody can say by when the clause had to be used
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.termination-clause" is "true"
      And the fact "agreement.termination-used" is "false"
      When it is checked
      Then over time "exec170k-7-termination" is:
        | from       | status         |
        | 2026-01-01 | not-applicable |
        | 2026-05-27 | undetermined   |
        | 2026-08-25 | not-applicable |

    @S-15
    Scenario: A clause that was not used may break the duty, which waits for a text that was not seen
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.termination-clause" is "true"
      And the fact "agreement.termination-used" is "false"
      When it is checked as it stood on 2026-08-24
      Then "exec170k-7-termination" is undetermined
      And violated is still possible
      And excused is still possible
      And the exception "time-left" is not encoded
      And the reasons say "Whether Exec Law 170-k (2026), subdivision 7 (time for the termination) excepts it nobody can say, since it could not be encoded."
      And it is flagged "authority-unverified"

    @S-15
    Scenario: A clause that was used meets the duty
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.termination-clause" is "true"
      And the fact "agreement.termination-used" is "true"
      When it is checked as it stood on 2026-05-27
      Then "exec170k-7-termination" is satisfied
      And it cites "Exec Law 170-k (2026), subdivision 7 (termination)"

    Scenario: An agreement that was ended in another way meets it too
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.termination-clause" is "true"
      And the fact "agreement.termination-used" is "false"
      And the fact "agreement.step" is "[ended]"
      When it is checked as it stood on 2026-05-27
      Then "exec170k-7-termination" is satisfied

    Scenario Outline: There is no such duty <why>
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.termination-clause" is "true"
      And the fact "agreement.termination-used" is "false"
      And the fact "<fact>" is "<value>"
      When it is checked as it stood on 2026-05-27
      Then "exec170k-7-termination" is not-applicable because out-of-scope

      Examples:
        | why                                   | fact                         | value            |
        | for an agreement about crimes         | agreement.kind               | criminal-matters |
        | for an agreement made after the ban   | agreement.made-on            | 2026-05-27       |
        | for a hold                            | act                          | [custody]        |

    Scenario: There is no such duty without a clause
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.termination-clause" is "false"
      And the fact "agreement.termination-used" is "false"
      When it is checked as it stood on 2026-05-27
      Then "exec170k-7-termination" is not-applicable because out-of-scope

    Scenario: An agreement of the day before the ban has to be ended
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.termination-clause" is "true"
      And the fact "agreement.termination-used" is "true"
      And the fact "agreement.made-on" is "2026-05-26"
      When it is checked as it stood on 2026-05-27
      Then "exec170k-7-termination" is satisfied

    Scenario: A state agency without officers has no such duty
      Given the practice "sheriff-keeps-287g-agreement"
      And the agreeing body is the actor "state-agency"
      And the fact "agreement.termination-clause" is "true"
      When it is checked as it stood on 2026-05-27
      Then "exec170k-7-termination" is not-applicable because not-bound

  Rule: Subdivision 7, void agreements

    @S-15
    Scenario: A hold under the agreement rests on nothing from 25 August 2026 on
      Given the practice "sheriff-holds-under-287g-2026"
      When it is checked
      Then over time "exec170k-7-void-agreement" is:
        | from       | status         |
        | 2026-05-27 | not-applicable |
        | 2026-08-25 | violated       |
      And it cites "Exec Law 170-k (2026), subdivision 7 (existing agreements)"
      And it is flagged "authority-unverified"

    @S-15
    Scenario Outline: On <day> what the ruling says of the hold turns on a ban that is in dispute, and voidness is <status>
      Given the practice "sheriff-holds-under-287g-2026"
      When it is checked as it stood on <day>
      Then the practice is <practice>
      And "usc1357-g-agreement" is undetermined
      And "exec170k-7-void-agreement" is <status>
      And "wells-h1-hold" is undetermined
      And the exception "written-agreement" is unsettled
      And violated is still possible
      And excused is still possible
      And as alleged it would be violated
      And it is flagged "authority-unverified"

      Examples:
        | day        | practice     | status         |
        | 2026-05-27 | undetermined | not-applicable |
        | 2026-08-24 | undetermined | not-applicable |
        | 2026-08-25 | violated     | violated       |
        | 2026-11-22 | violated     | violated       |

    @S-15
    Scenario: If the ban is taken to stand the hold breaks the ruling, for both sides
      Given the practice "sheriff-holds-under-287g-2026"
      And alleged facts are taken as stated
      When it is checked as it stood on 2026-05-27
      Then the practice is violated
      And "usc1357-g-agreement" is not-applicable
      And "wells-h1-hold" is violated
      And the exception "written-agreement" fails
      And the position "agency" finds it violated
      And the position "advocate" finds it violated

    @S-15
    Scenario: The day before the ban the hold was contested, as it was in 2019
      Given the practice "sheriff-holds-under-287g"
      And it happened on 2026-05-26
      When it is checked
      Then the practice is contested
      And "wells-h1-hold" is contested
      And "exec170k-7-void-agreement" is not-applicable because not-in-force

    @S-15
    Scenario: In 2019 no statute spoke of the agreement
      Given the practice "sheriff-holds-under-287g"
      When it is checked
      Then the practice is contested
      And "exec170k-7-void-agreement" is not-applicable because not-in-force
      And "us-ny/statute/s9005-c-2026#litigation" is not named as bearing on it

    Scenario Outline: <act> under a void agreement is without authority, and is a matter for <whom>
      Given the practice "sheriff-holds-under-287g-2026"
      And the custodian is the actor "<custodian>"
      And the arresting authority is the actor "<arresting>"
      And the acting agency is the actor "<acting>"
      And the fact "act" is "[<value>]"
      When it is checked
      Then "exec170k-7-void-hold" is <hold>
      And "exec170k-7-void-arrest" is <arrest>
      And "exec170k-7-void-agreement" is <action>

      Examples:
        | act               | value         | whom                    | custodian            | arresting            | acting               | hold           | arrest         | action         |
        | A hold            | custody       | whoever holds           | sheriff-287g         | ice-removal-officers | ice-removal-officers | violated       | not-applicable | not-applicable |
        | A hold            | custody       | nobody else             | ice-removal-officers | sheriff-287g         | sheriff-287g         | not-applicable | not-applicable | not-applicable |
        | An arrest         | civil-arrest  | whoever arrests         | ice-removal-officers | sheriff-287g         | ice-removal-officers | not-applicable | violated       | not-applicable |
        | An arrest         | civil-arrest  | nobody else             | sheriff-287g         | ice-removal-officers | sheriff-287g         | not-applicable | not-applicable | not-applicable |
        | Any police action | police-action | whoever acts            | ice-removal-officers | ice-removal-officers | sheriff-287g         | not-applicable | not-applicable | violated       |
        | Any police action | police-action | nobody else             | sheriff-287g         | sheriff-287g         | ice-removal-officers | not-applicable | not-applicable | not-applicable |

    @S-15
    Scenario: The hold and the arrest are without authority from 25 August 2026 on
      Given the practice "sheriff-holds-under-287g-2026"
      And the arresting authority is the actor "sheriff-287g"
      And the fact "act" is "[custody, civil-arrest]"
      When it is checked
      Then over time "exec170k-7-void-hold" is:
        | from       | status         |
        | 2026-05-27 | not-applicable |
        | 2026-08-25 | violated       |
      And it is flagged "authority-unverified"
      And over time "exec170k-7-void-arrest" is:
        | from       | status         |
        | 2026-05-27 | not-applicable |
        | 2026-08-25 | violated       |
      And it is flagged "authority-unverified"

    Scenario Outline: A hold or an arrest <on>, with an agreement of <day>, is <status>
      Given the practice "sheriff-holds-under-287g-2026"
      And the arresting authority is the actor "sheriff-287g"
      And the fact "act" is "[custody, civil-arrest]"
      And the fact "custody.held-on" is "[<held-on>]"
      And the fact "agreement.made-on" is "<day>"
      When it is checked
      Then "exec170k-7-void-hold" is <status>
      And "exec170k-7-void-arrest" is <status>

      Examples:
        | on                | held-on               | day        | status         |
        | on the agreement  | delegated-power       | 2026-05-26 | violated       |
        | on the agreement  | delegated-power       | 2026-05-27 | satisfied      |
        | on a detainer     | immigration-detainer  | 2026-05-26 | not-applicable |

    Scenario Outline: Void are agreements made before the ban, and one of <day> is <status>
      Given the practice "sheriff-holds-under-287g-2026"
      And the fact "agreement.made-on" is "<day>"
      When it is checked
      Then "exec170k-7-void-agreement" is <status>

      Examples:
        | day        | status    |
        | 2026-05-26 | violated  |
        | 2026-05-27 | satisfied |

    Scenario Outline: A hold on <ground> does not rest on the agreement
      Given the practice "sheriff-holds-under-287g-2026"
      And the fact "custody.held-on" is "[<held-on>]"
      When it is checked
      Then "exec170k-7-void-agreement" is not-applicable because out-of-scope

      Examples:
        | ground              | held-on              |
        | a detainer          | immigration-detainer |
        | a judge's warrant   | federal-judge-warrant |

    Scenario: To keep the agreement is another matter than to act on it
      Given the practice "sheriff-holds-under-287g-2026"
      And the fact "act" is "[enforcement-agreement]"
      When it is checked
      Then "exec170k-7-void-agreement" is not-applicable because out-of-scope

    Scenario: Federal officers do not act on the agreement
      Given the practice "sheriff-holds-under-287g-2026"
      And the acting agency is the actor "ice-removal-officers"
      When it is checked
      Then "exec170k-7-void-agreement" is not-applicable because not-bound
