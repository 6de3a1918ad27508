@us-ny/statute/general-municipal-law-996-a
Feature: General Municipal Law 996-a (2026), municipal employees and immigration enforcement

  It forbids municipalities the conduct that Executive Law 319-a forbids the state, from 27 May 2026 at the earliest.
  Subdivision 9, with the exceptions, was not seen. So no finding is ever settled while its elements may hold, and the
  scenarios say what is still possible.

  Rule: Subdivision 2, personal information

    @S-30
    Scenario Outline: What city police tell ICE on <day> is <practice>
      Given the practice "city-police-tells-ice"
      And it happened on <day>
      When it is checked
      Then the practice is <practice>
      And "eo170-b2-disclosure" is not-applicable because not-bound
      And "exec319a-2-disclosure" is not-applicable
      And "gml996a-2-disclosure" is <status>

      Examples:
        | day        | practice       | status         |
        | 2019-05-08 | not-applicable | not-applicable |
        | 2026-05-26 | not-applicable | not-applicable |
        | 2026-05-27 | undetermined   | undetermined   |
        | 2026-11-22 | undetermined   | undetermined   |

    @S-30
    Scenario: What city police tell ICE today may be forbidden, and nobody can say before subdivision 9 has been read
      Given the practice "city-police-tells-ice"
      And the fact "disclosure.program-need" is "false"
      And the fact "disclosure.election-matter" is "false"
      And it happened on 2026-11-22
      When it is checked
      Then "gml996a-2-disclosure" is undetermined
      And violated is still possible for the position "agency"
      And violated is still possible for the position "advocate"
      And excused is still possible for the position "agency"
      And the exception "public-program" fails
      And the exception "elections" fails
      And the exception "subdivision-9" is not encoded
      And it cites "Gen Mun Law 996-a (2026), subdivision 9"
      And the reasons say "Whether the provision was in force is not known. Whether Gen Mun Law 996-a (2026), subdivision 9 excepts it nobody can say, since it could not be encoded."
      And it is not flagged "preemption-risk"

    Scenario Outline: Information given <why> is excepted
      Given the practice "city-police-tells-ice"
      And the fact "disclosure.program-need" is "<program>"
      And the fact "disclosure.election-matter" is "<election>"
      And it happened on 2026-11-22
      When it is checked
      Then "gml996a-2-disclosure" is undetermined
      And the exception "<exception>" is shown
      And it cites "Gen Mun Law 996-a (2026), subdivision 2, exceptions of its own"
      And no violation is possible

      Examples:
        | why                        | program | election | exception      |
        | since a program needs it   | true    | false    | public-program |
        | in a matter of elections   | false   | true     | elections      |

    Scenario: That a program needs the information has to be shown by whoever gives it
      Given the practice "city-police-tells-ice"
      And it happened on 2026-11-22
      When it is checked
      Then "gml996a-2-disclosure" is undetermined
      And the exception "public-program" is not shown
      And the exception "elections" is not shown
      And violated is still possible

    Scenario Outline: <what> is personal information whatever section 996 says of the rest
      Given the practice "city-police-tells-ice"
      And it happened on 2026-11-22
      And the fact "disclosure.content" is "[<content>]"
      And the judgment "us-ny/statute/general-municipal-law-996-a#other-details-identify" is "no", by "the reviewer", because "for this scenario"
      When it is checked
      Then "gml996a-2-disclosure" is undetermined
      And violated is still possible

      Examples:
        | what               | content          |
        | A name             | identity         |
        | An address         | address          |
        | A telephone number | personal-details |

    Scenario Outline: Judged <word> personal information, <what> <outcome>
      Given the practice "city-police-tells-ice"
      And it happened on 2026-11-22
      And the fact "disclosure.content" is "[<content>]"
      And the judgment "us-ny/statute/general-municipal-law-996-a#other-details-identify" is "<holds>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "gml996a-2-disclosure" is undetermined
      And <possible>

      Examples:
        | word | what             | outcome            | content            | holds | possible                   |
        | as   | the status       | may break the rule | immigration-status | yes   | violated is still possible |
        | as   | a photograph     | may break the rule | photograph         | yes   | violated is still possible |
        | as   | prints           | may break the rule | fingerprint-event  | yes   | violated is still possible |
        | as   | an arrest        | may break the rule | criminal-history   | yes   | violated is still possible |
        | as   | a release date   | may break the rule | custody            | yes   | violated is still possible |
        | no   | a release date   | cannot break it    | custody            | no    | no violation is possible   |
        | as   | nothing          | cannot break it    |                    | yes   | no violation is possible   |

    Scenario Outline: A message of status with <what> is <flagged> as a risk of preemption
      Given the practice "city-police-tells-ice"
      And it happened on 2026-11-22
      And the fact "disclosure.content" is "[<content>]"
      When it is checked
      Then "gml996a-2-disclosure" is undetermined
      And it is <flagged> "preemption-risk"

      Examples:
        | what               | content                               | flagged     |
        | nothing else       | immigration-status                    | flagged     |
        | a name             | immigration-status, identity          | not flagged |
        | an address         | immigration-status, address           | not flagged |
        | a photograph       | immigration-status, photograph        | not flagged |
        | prints             | immigration-status, fingerprint-event | not flagged |
        | arrests            | immigration-status, criminal-history  | not flagged |
        | a release date     | immigration-status, custody           | not flagged |
        | a telephone number | immigration-status, personal-details  | not flagged |
        | not even that      |                                       | not flagged |

    Scenario Outline: The section <binds> what <body> tells
      Given the practice "city-police-tells-ice"
      And it happened on 2026-11-22
      And the discloser is the actor "<body>"
      When it is checked
      Then "gml996a-2-disclosure" is <status>

      Examples:
        | body                 | binds         | status         |
        | city-office          | may bind      | undetermined   |
        | county-sheriff       | may bind      | undetermined   |
        | dcjs                 | does not bind | not-applicable |
        | port-authority-ny-nj | does not bind | not-applicable |

    Scenario Outline: What is told to <recipient> is <inside> the section
      Given the practice "city-police-tells-ice"
      And it happened on 2026-11-22
      And the recipient is the actor "<recipient>"
      When it is checked
      Then "gml996a-2-disclosure" is <status>

      Examples:
        | recipient        | inside  | status         |
        | ice-lesc         | inside  | undetermined   |
        | cbp-grand-island | inside  | undetermined   |
        | fbi              | outside | not-applicable |
        | state-police     | outside | not-applicable |

    Scenario Outline: An office of <body> is <inside> the word immigration authority
      Given the practice "city-police-tells-ice"
      And it happened on 2026-11-22
      And the recipient is not known
      And the fact "recipient.immigration-body" is "<value>"
      When it is checked
      Then "gml996a-2-disclosure" is <status>

      Examples:
        | body                   | inside  | value         | status         |
        | ICE                    | inside  | ice           | undetermined   |
        | CBP                    | inside  | cbp           | undetermined   |
        | the fraud unit         | perhaps inside | uscis-fraud | undetermined |
        | another federal body   | outside | none-of-these | not-applicable |

    Scenario Outline: Judged <inside> the word immigration authority, the fraud unit of USCIS makes the section <status>
      Given the practice "city-police-tells-ice"
      And it happened on 2026-11-22
      And the recipient is not known
      And the fact "recipient.immigration-body" is "uscis-fraud"
      And the judgment "us-ny/statute/general-municipal-law-996-a#fraud-unit-covered" of the recipient is "<holds>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "gml996a-2-disclosure" is <status>

      Examples:
        | inside  | holds | status         |
        | inside  | yes   | undetermined   |
        | outside | no    | not-applicable |

    Scenario: To hold a person is not to tell of the person
      Given the practice "city-police-tells-ice"
      And it happened on 2026-11-22
      And the fact "act" is "[custody]"
      When it is checked
      Then "gml996a-2-disclosure" is not-applicable because out-of-scope

  Rule: Subdivision 1, municipal resources

    @S-13
    Scenario Outline: A hold on a detainer on <day> breaks the ruling, and the section is <status>
      Given the practice "sheriff-holds-on-detainer"
      And it happened on <day>
      When it is checked
      Then the practice is violated
      And "wells-h1-hold" is violated
      And "gml996a-1-custody" is <status>

      Examples:
        | day        | status         |
        | 2019-05-08 | not-applicable |
        | 2026-05-26 | not-applicable |
        | 2026-05-27 | undetermined   |
        | 2026-11-22 | undetermined   |

    @S-13
    Scenario: The hold may use the jail's means for immigration enforcement, unless subdivision 9 excepts it
      Given the practice "sheriff-holds-on-detainer"
      And it happened on 2026-11-22
      When it is checked
      Then "gml996a-1-custody" is undetermined
      And violated is still possible for the position "agency"
      And violated is still possible for the position "advocate"
      And excused is still possible for the position "agency"
      And the exception "subdivision-9" is not encoded
      And "exec319a-1-custody" is not-applicable because not-bound

    @T-14
    Scenario Outline: A city's hold for <purpose> may break the section for <whom>
      Given the practice "sheriff-holds-on-detainer"
      And it happened on 2026-11-22
      And the fact "enforcement.purpose" is "[<purpose>]"
      When it is checked
      Then "gml996a-1-custody" is undetermined
      And <agency>
      And <advocate>

      Examples:
        | whom          | purpose           | agency                                               | advocate                                               |
        | both sides    | civil-immigration | violated is still possible for the position "agency" | violated is still possible for the position "advocate" |
        | the advocates | entry-or-reentry  | no violation is possible for the position "agency"   | violated is still possible for the position "advocate" |
        | nobody        | other-crime       | no violation is possible for the position "agency"   | no violation is possible for the position "advocate"   |

    Scenario: Whether subdivision 9 reaches the use of a city's means cannot be said
      Given the practice "state-police-lend-car-for-removal-arrest"
      And the acting agency is the actor "city-police"
      And it happened on 2026-11-22
      When it is checked
      Then "gml996a-1-resources" is undetermined
      And the exception "subdivision-9" is not encoded
      And violated is still possible for the position "agency"
      And excused is still possible for the position "agency"

    Scenario Outline: The custody of <custodian> and means of <acting>, where <act>: the hold is <hold> and the means <means>
      Given the practice "sheriff-holds-on-detainer"
      And it happened on 2026-11-22
      And the custodian is the actor "<custodian>"
      And the acting agency is the actor "<acting>"
      And the fact "act" is "[<act>]"
      When it is checked
      Then "gml996a-1-custody" is <hold>
      And "gml996a-1-resources" is <means>

      Examples:
        | custodian      | acting         | act          | hold           | means          |
        | county-sheriff | state-police   | custody      | undetermined   | not-applicable |
        | state-police   | county-sheriff | custody      | not-applicable | not-applicable |
        | county-sheriff | county-sheriff | resource-use | not-applicable | undetermined   |

    @T-14
    Scenario Outline: A city's means used for <purpose> may break the section for <whom>
      Given the practice "state-police-lend-car-for-removal-arrest"
      And the acting agency is the actor "city-police"
      And it happened on 2026-11-22
      And the fact "enforcement.purpose" is "[<value>]"
      When it is checked
      Then "gml996a-1-resources" is undetermined
      And <agency>
      And <advocate>

      Examples:
        | purpose               | whom          | value                          | agency                                               | advocate                                               |
        | a civil removal       | both sides    | civil-immigration              | violated is still possible for the position "agency" | violated is still possible for the position "advocate" |
        | a removal and a crime | both sides    | civil-immigration, other-crime | violated is still possible for the position "agency" | violated is still possible for the position "advocate" |
        | re-entry              | the advocates | entry-or-reentry               | no violation is possible for the position "agency"   | violated is still possible for the position "advocate" |
        | another crime         | nobody        | other-crime                    | no violation is possible for the position "agency"   | no violation is possible for the position "advocate"   |

    Scenario: State police are not bound by the section about municipal employees
      Given the practice "state-police-lend-car-for-removal-arrest"
      And it happened on 2026-11-22
      When it is checked
      Then "gml996a-1-resources" is not-applicable because not-bound

    Scenario: Telling ICE something is no use of means by itself
      Given the practice "state-police-lend-car-for-removal-arrest"
      And the acting agency is the actor "city-police"
      And it happened on 2026-11-22
      And the fact "act" is "[disclosure]"
      When it is checked
      Then "gml996a-1-resources" is not-applicable because out-of-scope

  Rule: Subdivision 3, questioning

    Scenario Outline: City police question a person on a detainer alone on <day>, and the section is <status>
      Given the practice "trooper-questions-on-detainer"
      And the acting agency is the actor "city-police"
      And it happened on <day>
      When it is checked
      Then "gml996a-3-questioning" is <status>

      Examples:
        | day        | status         |
        | 2026-05-26 | not-applicable |
        | 2026-05-27 | undetermined   |

    Scenario Outline: Questioning by city police on <grounds>, for a crime, <outcome>
      Given the practice "trooper-questions-on-detainer"
      And the acting agency is the actor "city-police"
      And the fact "questioning.rests-on" is "[<rests-on>]"
      And the fact "enforcement.purpose" is "[other-crime]"
      When it is checked
      Then "gml996a-3-questioning" is undetermined
      And <possible>
      And the exception "subdivision-9" is not encoded

      Examples:
        | grounds                        | outcome         | rests-on                            | possible                   |
        | a detainer alone               | may break it    | immigration-detainer                | violated is still possible |
        | a civil warrant alone          | may break it    | administrative-warrant              | violated is still possible |
        | a detainer and a crime         | cannot break it | immigration-detainer, other-ground  | no violation is possible   |
        | a detainer and a judge's word  | cannot break it | immigration-detainer, judge-warrant | no violation is possible   |
        | a reported crime               | cannot break it | other-ground                        | no violation is possible   |
        | nothing that is listed         | cannot break it |                                     | no violation is possible   |

    @T-14
    Scenario Outline: Questioning by city police for <purpose> may break the section for <whom>
      Given the practice "trooper-questions-on-detainer"
      And the acting agency is the actor "city-police"
      And the fact "questioning.rests-on" is "[other-ground]"
      And the fact "enforcement.purpose" is "[<value>]"
      When it is checked
      Then "gml996a-3-questioning" is undetermined
      And <agency>
      And <advocate>

      Examples:
        | purpose                      | whom          | value                               | agency                                               | advocate                                               |
        | a civil removal alone        | both sides    | civil-immigration                   | violated is still possible for the position "agency" | violated is still possible for the position "advocate" |
        | re-entry alone               | the advocates | entry-or-reentry                    | no violation is possible for the position "agency"   | violated is still possible for the position "advocate" |
        | a removal and re-entry       | the advocates | civil-immigration, entry-or-reentry | no violation is possible for the position "agency"   | violated is still possible for the position "advocate" |
        | a removal and a crime        | nobody        | civil-immigration, other-crime      | no violation is possible for the position "agency"   | no violation is possible for the position "advocate"   |
        | a removal and something else | nobody        | civil-immigration, other-purpose    | no violation is possible for the position "agency"   | no violation is possible for the position "advocate"   |
        | re-entry and something else  | nobody        | entry-or-reentry, other-purpose     | no violation is possible for the position "agency"   | no violation is possible for the position "advocate"   |
        | re-entry and another crime   | nobody        | entry-or-reentry, other-crime       | no violation is possible for the position "agency"   | no violation is possible for the position "advocate"   |
        | nothing that is listed       | nobody        |                                     | no violation is possible for the position "agency"   | no violation is possible for the position "advocate"   |

    Scenario: Whether subdivision 9 reaches questioning by city police cannot be said
      Given the practice "trooper-questions-on-detainer"
      And the acting agency is the actor "city-police"
      When it is checked
      Then "gml996a-3-questioning" is undetermined
      And violated is still possible for the position "agency"
      And excused is still possible for the position "agency"

    Scenario: A trooper is not bound by the section about municipal employees
      Given the practice "trooper-questions-on-detainer"
      When it is checked
      Then "gml996a-3-questioning" is not-applicable because not-bound

    Scenario: Holding a person without questions is not questioning
      Given the practice "trooper-questions-on-detainer"
      And the acting agency is the actor "city-police"
      And the fact "act" is "[custody]"
      When it is checked
      Then "gml996a-3-questioning" is not-applicable because out-of-scope

  Rule: Subdivisions 4 and 5, asking and recording

    @S-18
    Scenario Outline: City police ask a robbery victim on <day>, which the order does not reach, and the section is <status>
      Given the practice "trooper-asks-victim-status"
      And the inquirer is the actor "city-police"
      And it happened on <day>
      When it is checked
      Then the practice is <practice>
      And "eo170-b3-inquiry" is not-applicable because not-bound
      And "gml996a-4-inquiry" is <status>

      Examples:
        | day        | practice       | status         |
        | 2026-05-26 | not-applicable | not-applicable |
        | 2026-05-27 | undetermined   | undetermined   |

    @S-20
    Scenario Outline: A city office asks about status <when>, which <outcome>
      Given the practice "benefits-agency-asks-status"
      And the inquirer is the actor "city-office"
      And it happened on 2026-11-22
      And the fact "inquiry.necessary-for-eligibility" is "<needed>"
      And the fact "inquiry.election-matter" is "<election>"
      When it is checked
      Then "gml996a-4-inquiry" is undetermined
      And <possible>
      And the exception "public-program" <program>
      And the exception "elections" <elections>
      And the exception "subdivision-9" is not encoded
      And it is not flagged "preemption-risk"

      Examples:
        | when                    | outcome      | needed | election | possible                   | program  | elections |
        | for no need             | may break it | false  | false    | violated is still possible | fails    | fails     |
        | that a program needs    | is excepted  | true   | false    | no violation is possible   | is shown | fails     |
        | to register voters      | is excepted  | false  | true     | no violation is possible   | fails    | is shown  |

    Scenario Outline: <what> by city police is <inside> subdivision 4
      Given the practice "trooper-asks-papers-after-arrest"
      And the inquirer is the actor "city-police"
      And it happened on 2026-11-22
      And the fact "act" is "[<act>]"
      And the fact "document-request.purpose" is "<purpose>"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.election-matter" is "false"
      When it is checked
      Then "gml996a-4-inquiry" is undetermined
      And <possible>

      Examples:
        | what                                 | inside  | act              | purpose            | possible                   |
        | A question about status              | inside  | inquiry          | identification     | violated is still possible |
        | A question about the country of origin | inside | origin-inquiry  | identification     | violated is still possible |
        | A request for papers about status    | inside  | document-request | immigration-status | violated is still possible |
        | A request for papers to identify     | outside | document-request | identification     | no violation is possible   |

    Scenario: A limit on a city's questions to ICE may be preempted
      Given the practice "benefits-agency-asks-status"
      And the inquirer is the actor "city-office"
      And it happened on 2026-11-22
      And the fact "inquiry.means" is "[asking-authority]"
      When it is checked
      Then "gml996a-4-inquiry" is undetermined
      And it is flagged "preemption-risk"

    Scenario Outline: The sections for the state and for municipalities do not bind each other's people who ask
      Given the practice "trooper-asks-victim-status"
      And it happened on 2026-11-22
      And the inquirer is the actor "<body>"
      When it is checked
      Then "gml996a-4-inquiry" is <municipal>
      And "exec319a-4-inquiry" is <state>

      Examples:
        | body         | municipal      | state          |
        | state-police | not-applicable | undetermined   |
        | city-police  | undetermined   | not-applicable |

    Scenario Outline: A city <does> on <day>, and subdivision 5 is <status>
      Given the practice "benefits-agency-asks-status"
      And the inquirer is the actor "city-office"
      And it happened on <day>
      And the fact "act" is "[<act>]"
      And the fact "match.direction" is "[<direction>]"
      When it is checked
      Then "gml996a-5-collection" is <status>

      Examples:
        | does                  | day        | act               | direction | status         |
        | records status        | 2026-05-26 | status-collection |           | not-applicable |
        | records status        | 2026-05-27 | status-collection |           | undetermined   |
        | loads ICE's data      | 2026-05-27 | data-match        | inbound   | undetermined   |
        | asks and records none | 2026-05-27 | inquiry           |           | not-applicable |

    Scenario Outline: A city that <does> <outcome>
      Given the practice "benefits-agency-asks-status"
      And the inquirer is the actor "city-office"
      And it happened on 2026-11-22
      And the fact "act" is "[<act>]"
      And the fact "match.direction" is "[<direction>]"
      And the fact "inquiry.necessary-for-eligibility" is "<needed>"
      And the fact "inquiry.election-matter" is "<election>"
      When it is checked
      Then "gml996a-5-collection" is undetermined
      And <possible>
      And the exception "subdivision-9" is not encoded
      And it is flagged "preemption-risk"

      Examples:
        | does                          | outcome         | act               | direction | needed | election | possible                   |
        | records status for no need    | may break it    | status-collection |           | false  | false    | violated is still possible |
        | loads ICE's data              | may break it    | data-match        | inbound   | false  | false    | violated is still possible |
        | only sends data out           | cannot break it | data-match        | outbound  | false  | false    | no violation is possible   |
        | records what a program needs  | is excepted     | status-collection |           | true   | false    | no violation is possible   |
        | registers voters              | is excepted     | status-collection |           | false  | true     | no violation is possible   |

    Scenario Outline: What a city records <for> is excepted by subdivision 5 itself
      Given the practice "benefits-agency-asks-status"
      And the inquirer is the actor "city-office"
      And it happened on 2026-11-22
      And the fact "act" is "[status-collection]"
      And the fact "inquiry.necessary-for-eligibility" is "<needed>"
      And the fact "inquiry.election-matter" is "<election>"
      When it is checked
      Then "gml996a-5-collection" is undetermined
      And the exception "<exception>" is shown
      And no violation is possible

      Examples:
        | for                            | needed | election | exception      |
        | since a program needs it       | true   | false    | public-program |
        | for the registration of voters | false  | true     | elections      |

    Scenario: That a program or the registration of voters needs what a city asks or records has to be shown
      Given the practice "benefits-agency-asks-status"
      And the inquirer is the actor "city-office"
      And it happened on 2026-11-22
      And the fact "act" is "[inquiry, status-collection]"
      And the fact "inquiry.necessary-for-eligibility" is not known
      When it is checked
      Then "gml996a-4-inquiry" is undetermined
      And the exception "public-program" is not shown
      And the exception "elections" is not shown
      And "gml996a-5-collection" is undetermined
      And the exception "public-program" is not shown
      And the exception "elections" is not shown

    Scenario: What a city asks and records for no need is excused by nothing but what nobody has read
      Given the practice "benefits-agency-asks-status"
      And the inquirer is the actor "city-office"
      And it happened on 2026-11-22
      And the fact "act" is "[inquiry, status-collection]"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.election-matter" is "false"
      When it is checked
      Then "gml996a-4-inquiry" is undetermined
      And violated is still possible for the position "agency"
      And excused is still possible for the position "agency"
      And "gml996a-5-collection" is undetermined
      And violated is still possible for the position "agency"
      And excused is still possible for the position "agency"

    Scenario: Subdivision 5 does not bind a state agency
      Given the practice "benefits-agency-asks-status"
      And it happened on 2026-11-22
      And the fact "act" is "[status-collection]"
      When it is checked
      Then "gml996a-5-collection" is not-applicable because not-bound

  Rule: Subdivisions that were not seen

    Scenario Outline: To let ICE into the offices of <keeper> on <day> is something subdivisions 6 to 8 may speak of: <named>
      Given the practice "state-agency-lets-ice-in"
      And the facility keeper is the actor "<keeper>"
      And it happened on <day>
      When it is checked
      Then "us-ny/statute/general-municipal-law-996-a#6-8" is <named> as bearing on it

      Examples:
        | keeper       | day        | named     |
        | city-office  | 2026-05-26 | not named |
        | city-office  | 2026-05-27 | named     |
        | state-agency | 2026-05-27 | not named |

    Scenario: To ask is not to let in
      Given the practice "state-agency-lets-ice-in"
      And the facility keeper is the actor "city-office"
      And the fact "act" is "[inquiry]"
      When it is checked
      Then "us-ny/statute/general-municipal-law-996-a#6-8" is not named as bearing on it
