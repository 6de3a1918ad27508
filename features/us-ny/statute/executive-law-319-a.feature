@us-ny/statute/executive-law-319-a
Feature: Executive Law 319-a (2026), state employees and immigration enforcement

  From 27 May 2026 at the earliest, state employees may not use state means for immigration enforcement, tell an
  immigration authority who and where people are, question people on immigration papers alone, ask about or record
  status and origin, or open non-public areas. Subdivision 9 makes exceptions, and nobody has seen it; the first day is
  not verified either. So no finding under the section is ever settled while its elements may hold, and the scenarios
  say what is still possible.

  Rule: The arrest notice of DCJS under the law of each day

    @S-1
    Scenario Outline: On <day> the arrest notice is <practice>, and the section is not in force
      Given the practice "dcjs-arrest-notice"
      And it happened on <day>
      When it is checked
      Then the practice is <practice>
      And "eo170-b2-disclosure" is <order>
      And "exec319a-2-disclosure" is not-applicable because not-in-force
      And "exec319a-1-resources" is not-applicable because not-in-force

      Examples:
        | day        | practice       | order          |
        | 2016-11-23 | not-applicable | not-applicable |
        | 2017-09-14 | not-applicable | not-applicable |
        | 2017-09-15 | contested      | contested      |
        | 2019-05-08 | contested      | contested      |
        | 2026-05-26 | contested      | contested      |

    @S-1
    Scenario Outline: On <day> the order of 2017 was not in force yet
      Given the practice "dcjs-arrest-notice"
      When it is checked as it stood on <day>
      Then the practice is not-applicable
      And "eo170-b2-disclosure" is not-applicable because not-in-force
      And "exec319a-2-disclosure" is not-applicable because not-in-force

      Examples:
        | day        |
        | 2016-11-23 |
        | 2017-09-14 |

    @S-1
    Scenario Outline: On <day> nobody can say before subdivision 9 has been read, though the sides differ on the order
      Given the practice "dcjs-arrest-notice"
      When it is checked as it stood on <day>
      Then the practice is undetermined
      And "eo170-b2-disclosure" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      But "exec319a-2-disclosure" is undetermined
      And the exception "subdivision-9" is not encoded
      And it cites "Exec Law 319-a (2026), subdivision 9"
      And the reasons say "Whether the provision was in force is not known. Whether Exec Law 319-a (2026), subdivision 9 excepts it nobody can say, since it could not be encoded. Facts that bear on it are not known either."
      And violated is still possible for the position "agency"
      And violated is still possible for the position "advocate"
      And it asks nothing

      Examples:
        | day        |
        | 2026-05-27 |
        | 2026-11-22 |

    @S-1
    Scenario: The section has no say over the notice until 27 May 2026, and then waits for the text of subdivision 9
      Given the practice "dcjs-arrest-notice"
      When it is checked
      Then over time "exec319a-2-disclosure" is:
        | from       | status         |
        | 2005-01-01 | not-applicable |
        | 2026-05-27 | undetermined   |
      And over time "exec319a-1-resources" is:
        | from       | status         |
        | 2005-01-01 | not-applicable |
        | 2026-05-27 | undetermined   |

    @S-1
    Scenario: Nobody is known to have revoked the order of 2017, which is no proof that it is still law
      Given the practice "dcjs-arrest-notice"
      When it is checked
      Then "us-ny/executive-order/170#now" is named as bearing on it

    @S-1 @T-14
    Scenario: Whether the notice is immigration enforcement divides the sides, and the definition was not seen
      Given the practice "dcjs-arrest-notice"
      And the fact "enforcement.purpose" is "[entry-or-reentry]"
      When it is checked as it stood on 2026-11-22
      Then "exec319a-1-resources" is undetermined
      And no violation is possible for the position "agency"
      And violated is still possible for the position "advocate"
      And the reasons say "The laws that punish presence, entry or re-entry are meant as well."
      And the exception "subdivision-9" is not encoded

    @S-1
    Scenario: A notice with a name is forbidden whatever its purpose, unless subdivision 9 excepts it
      Given the practice "dcjs-arrest-notice"
      And the fact "disclosure.content" is "[immigration-status, identity]"
      And the fact "disclosure.criminal-case" is "opened"
      When it is checked as it stood on 2026-11-22
      Then "eo170-b2-disclosure" is satisfied
      But the practice is undetermined
      And "exec319a-2-disclosure" is undetermined
      And violated is still possible
      And excused is still possible
      And it is not flagged "preemption-risk"

    @S-1
    Scenario Outline: A notice of nothing but the removal is open on <day>, and the ban may be preempted
      Given the practice "dcjs-arrest-notice-status-only"
      And it happened on <day>
      When it is checked
      Then the practice is undetermined
      And "exec319a-2-disclosure" is undetermined
      And violated is still possible
      And satisfied is still possible
      And it is flagged "preemption-risk"
      And the reasons say "It is left to judgment, and nobody has decided it."
      And the exception "subdivision-9" is not encoded
      And "eo170-b2-disclosure" is contested

      Examples:
        | day        |
        | 2026-05-27 |
        | 2026-11-22 |

    @S-1
    Scenario: The day before the section a notice of nothing but the removal is contested under the order alone
      Given the practice "dcjs-arrest-notice-status-only"
      And it happened on 2026-05-26
      When it is checked
      Then the practice is contested
      And "exec319a-2-disclosure" is not-applicable because not-in-force

    @S-1
    Scenario: If bare status is no personal information, the section does not forbid to tell it
      Given the practice "dcjs-arrest-notice-status-only"
      And it happened on 2026-11-22
      And the judgment "us-ny/statute/executive-law-319-a#other-details-identify" is "no", by "the reviewer", because "for this scenario"
      When it is checked
      Then "exec319a-2-disclosure" is undetermined
      And no violation is possible
      And satisfied is still possible
      But the practice is contested

    @S-2
    Scenario: The section does not reach conduct that had ended in 2019
      Given the practice "fugitive-unit-notice-if-still-sent"
      When it is checked
      Then "exec319a-2-disclosure" is not-applicable because not-in-force

  Rule: Subdivision 2, personal information

    @S-23
    Scenario Outline: A home address given to ICE on <day> for a removal breaks the order, and the section <section>
      Given the practice "employee-gives-address-for-removal"
      And it happened on <day>
      When it is checked
      Then the practice is violated
      And "eo170-b2-disclosure" is violated
      And "exec319a-2-disclosure" is <status>

      Examples:
        | day        | section                 | status         |
        | 2026-05-26 | is not in force yet     | not-applicable |
        | 2026-05-27 | may be broken as well   | undetermined   |
        | 2026-11-22 | may be broken as well   | undetermined   |

    @S-23
    Scenario: An address given for a crime keeps to the order, and may break the section all the same
      Given the practice "employee-gives-address-criminal-case"
      And it happened on 2026-11-22
      When it is checked
      Then "eo170-b2-disclosure" is satisfied
      But "exec319a-2-disclosure" is undetermined
      And violated is still possible
      And excused is still possible
      And the exception "subdivision-9" is not encoded
      And the practice is undetermined

    @S-23
    Scenario: An address given for nobody knows what is open under both laws
      Given the practice "employee-gives-address-purpose-unknown"
      And it happened on 2026-11-22
      When it is checked
      Then the practice is undetermined
      And "exec319a-2-disclosure" is undetermined
      And violated is still possible
      And it asks nothing

    @S-22
    Scenario Outline: On <day> a bare answer about citizenship is <practice>
      Given the practice "employee-answers-status-question"
      And it happened on <day>
      When it is checked
      Then the practice is <practice>
      And "eo170-b2-disclosure" is contested
      And "exec319a-2-disclosure" is <status>

      Examples:
        | day        | practice     | status         |
        | 2026-05-26 | contested    | not-applicable |
        | 2026-05-27 | undetermined | undetermined   |
        | 2026-11-22 | undetermined | undetermined   |

    @S-22
    Scenario: A ban on a bare answer about citizenship may be preempted
      Given the practice "employee-answers-status-question"
      And it happened on 2026-11-22
      When it is checked
      Then "exec319a-2-disclosure" is undetermined
      And it is flagged "preemption-risk"
      And the exception "subdivision-9" is not encoded

    Scenario Outline: <what> is personal information whatever section 319 says of the rest
      Given the practice "employee-gives-address-for-removal"
      And it happened on 2026-11-22
      And the fact "disclosure.content" is "[<content>]"
      And the judgment "us-ny/statute/executive-law-319-a#other-details-identify" is "no", by "the reviewer", because "for this scenario"
      When it is checked
      Then "exec319a-2-disclosure" is undetermined
      And violated is still possible

      Examples:
        | what              | content          |
        | A name            | identity         |
        | An address        | address          |
        | A telephone number | personal-details |

    Scenario Outline: Whether <what> is personal information is left to judgment while section 319 is unread
      Given the practice "employee-gives-address-for-removal"
      And it happened on 2026-11-22
      And the fact "disclosure.content" is "[<content>]"
      When it is checked
      Then "exec319a-2-disclosure" is undetermined
      And violated is still possible
      And satisfied is still possible

      Examples:
        | what                         | content            |
        | the status                   | immigration-status |
        | a photograph                 | photograph         |
        | that prints were taken       | fingerprint-event  |
        | an arrest                    | criminal-history   |
        | a release date               | custody            |

    Scenario Outline: Judged <word> personal information, a photograph <outcome>
      Given the practice "employee-gives-address-for-removal"
      And it happened on 2026-11-22
      And the fact "disclosure.content" is "[photograph]"
      And the judgment "us-ny/statute/executive-law-319-a#other-details-identify" is "<holds>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "exec319a-2-disclosure" is undetermined
      And <possible>

      Examples:
        | word | outcome             | holds | possible                     |
        | as   | may break the rule  | yes   | violated is still possible   |
        | no   | cannot break it     | no    | no violation is possible     |

    Scenario: A message that says nothing about anybody breaks nothing
      Given the practice "employee-gives-address-for-removal"
      And it happened on 2026-11-22
      And the fact "disclosure.content" is "[]"
      When it is checked
      Then "exec319a-2-disclosure" is undetermined
      And no violation is possible
      And it is not flagged "preemption-risk"

    Scenario Outline: Status with <what> is more than status, so the federal statute does not protect it
      Given the practice "employee-answers-status-question"
      And it happened on 2026-11-22
      And the fact "disclosure.content" is "[immigration-status, <content>]"
      When it is checked
      Then "exec319a-2-disclosure" is undetermined
      And it is not flagged "preemption-risk"

      Examples:
        | what               | content           |
        | a name             | identity          |
        | an address         | address           |
        | a photograph       | photograph        |
        | prints             | fingerprint-event |
        | arrests            | criminal-history  |
        | a release date     | custody           |
        | a telephone number | personal-details  |

    @T-6
    Scenario: An automatic message is a disclosure on both sides' reading
      Given the practice "employee-gives-address-for-removal"
      And it happened on 2026-11-22
      And the fact "disclosure.made-by" is "automated-message"
      When it is checked
      Then "exec319a-2-disclosure" is undetermined
      And violated is still possible for the position "agency"
      And violated is still possible for the position "advocate"

    Scenario Outline: What is told to <recipient> is <inside> the section
      Given the practice "employee-gives-address-for-removal"
      And it happened on 2026-11-22
      And the recipient is the actor "<recipient>"
      When it is checked
      Then "exec319a-2-disclosure" is <status>

      Examples:
        | recipient             | inside  | status         |
        | ice                   | inside  | undetermined   |
        | ice-lesc              | inside  | undetermined   |
        | ice-nyc-fugitive-unit | inside  | undetermined   |
        | cbp-grand-island      | inside  | undetermined   |
        | fbi                   | outside | not-applicable |
        | city-police           | outside | not-applicable |

    Scenario Outline: An office of <body> is <inside> the word immigration authority
      Given the practice "employee-gives-address-for-removal"
      And it happened on 2026-11-22
      And the recipient is not known
      And the fact "recipient.immigration-body" is "<value>"
      When it is checked
      Then "exec319a-2-disclosure" is <status>

      Examples:
        | body                   | inside  | value         | status         |
        | ICE                    | inside  | ice           | undetermined   |
        | CBP                    | inside  | cbp           | undetermined   |
        | the fraud unit         | perhaps inside | uscis-fraud | undetermined |
        | another federal body   | outside | none-of-these | not-applicable |

    Scenario Outline: Judged <inside> the word immigration authority, the fraud unit of USCIS makes the section <status>
      Given the practice "employee-gives-address-for-removal"
      And it happened on 2026-11-22
      And the recipient is not known
      And the fact "recipient.immigration-body" is "uscis-fraud"
      And the judgment "us-ny/statute/executive-law-319-a#fraud-unit-covered" of the recipient is "<holds>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "exec319a-2-disclosure" is <status>

      Examples:
        | inside  | holds | status         |
        | inside  | yes   | undetermined   |
        | outside | no    | not-applicable |

    Scenario Outline: The section <binds> what <body> tells
      Given the practice "employee-gives-address-for-removal"
      And it happened on 2026-11-22
      And the discloser is the actor "<body>"
      When it is checked
      Then "exec319a-2-disclosure" is <status>

      Examples:
        | body                 | binds         | status         |
        | dcjs                 | may bind      | undetermined   |
        | state-police         | may bind      | undetermined   |
        | unified-court-system | may bind      | undetermined   |
        | state-legislature    | may bind      | undetermined   |
        | city-police          | does not bind | not-applicable |
        | port-authority-ny-nj | does not bind | not-applicable |
        | fbi                  | does not bind | not-applicable |

    @S-12
    Scenario Outline: Whether court employees are state employees is a judgment, and on "<holds>" the section is <status>
      Given the practice "employee-gives-address-for-removal"
      And it happened on 2026-11-22
      And the discloser is the actor "unified-court-system"
      And the judgment "us-ny/statute/executive-law-319-a#other-state-body-covered" of the discloser is "<holds>", by "the reviewer", because "for this scenario"
      When it is checked
      Then "exec319a-2-disclosure" is <status>

      Examples:
        | holds | status         |
        | yes   | undetermined   |
        | no    | not-applicable |

    Scenario: An executive agency needs no judgment
      Given the practice "employee-gives-address-for-removal"
      And it happened on 2026-11-22
      And the judgment "us-ny/statute/executive-law-319-a#other-state-body-covered" of the discloser is "no", by "the reviewer", because "for this scenario"
      When it is checked
      Then "exec319a-2-disclosure" is undetermined

    Scenario: Asking ICE is no disclosure
      Given the practice "employee-gives-address-for-removal"
      And it happened on 2026-11-22
      And the fact "act" is "[inquiry]"
      When it is checked
      Then "exec319a-2-disclosure" is not-applicable because out-of-scope

  Rule: Subdivision 1, state resources

    Scenario Outline: Officers and cars lent on <day> for a removal: the order is broken, the section is <status>
      Given the practice "state-police-lend-car-for-removal-arrest"
      And it happened on <day>
      When it is checked
      Then "eo170-b3b-resources" is violated
      And "exec319a-1-resources" is <status>

      Examples:
        | day        | status         |
        | 2026-05-26 | not-applicable |
        | 2026-05-27 | undetermined   |

    @T-14
    Scenario Outline: Means used for <purpose> may break the section for <whom>
      Given the practice "state-police-lend-car-for-removal-arrest"
      And it happened on 2026-11-22
      And the fact "enforcement.purpose" is "[<value>]"
      When it is checked
      Then "exec319a-1-resources" is undetermined
      And <agency>
      And <advocate>

      Examples:
        | purpose                 | whom          | value                              | agency                                                 | advocate                                                 |
        | a civil removal         | both sides    | civil-immigration                  | violated is still possible for the position "agency"   | violated is still possible for the position "advocate"   |
        | a removal and a crime   | both sides    | civil-immigration, other-crime     | violated is still possible for the position "agency"   | violated is still possible for the position "advocate"   |
        | re-entry                | the advocates | entry-or-reentry                   | no violation is possible for the position "agency"     | violated is still possible for the position "advocate"   |
        | another crime           | nobody        | other-crime                        | no violation is possible for the position "agency"     | no violation is possible for the position "advocate"     |
        | something else          | nobody        | other-purpose                      | no violation is possible for the position "agency"     | no violation is possible for the position "advocate"     |

    Scenario: Whether subdivision 9 reaches resources cannot be said
      Given the practice "state-police-lend-car-for-removal-arrest"
      And it happened on 2026-11-22
      When it is checked
      Then "exec319a-1-resources" is undetermined
      And the exception "subdivision-9" is not encoded
      And excused is still possible for the position "agency"
      And excused is still possible for the position "advocate"

    Scenario: Holding a person is a use of means too, and binds whoever holds
      Given the practice "state-police-lend-car-for-removal-arrest"
      And it happened on 2026-11-22
      And the custodian is the actor "doccs"
      And the fact "act" is "[custody]"
      When it is checked
      Then "exec319a-1-custody" is undetermined
      And violated is still possible for the position "agency"
      And excused is still possible for the position "agency"
      And the exception "subdivision-9" is not encoded
      And "exec319a-1-resources" is not-applicable because out-of-scope

    Scenario Outline: What the section about state employees says of a hold by <custodian> <act>, for <purpose>
      Given the practice "state-police-lend-car-for-removal-arrest"
      And it happened on <day>
      And the custodian is the actor "<custodian>"
      And the fact "act" is "[<act>]"
      And the fact "enforcement.purpose" is "[<purpose>]"
      When it is checked
      Then "exec319a-1-custody" is <status>

      Examples:
        | day        | custodian      | act          | purpose           | status         |
        | 2026-05-26 | doccs          | custody      | civil-immigration | not-applicable |
        | 2026-05-27 | doccs          | custody      | civil-immigration | undetermined   |
        | 2026-11-22 | state-police   | custody      | civil-immigration | undetermined   |
        | 2026-11-22 | county-sheriff | custody      | civil-immigration | not-applicable |
        | 2026-11-22 | doccs          | resource-use | civil-immigration | not-applicable |

    @T-14
    Scenario Outline: A state hold for <purpose> may break the section for <whom>
      Given the practice "state-police-lend-car-for-removal-arrest"
      And it happened on 2026-11-22
      And the custodian is the actor "doccs"
      And the fact "act" is "[custody]"
      And the fact "enforcement.purpose" is "[<purpose>]"
      When it is checked
      Then "exec319a-1-custody" is undetermined
      And <agency>
      And <advocate>

      Examples:
        | whom          | purpose           | agency                                               | advocate                                               |
        | both sides    | civil-immigration | violated is still possible for the position "agency" | violated is still possible for the position "advocate" |
        | the advocates | entry-or-reentry  | no violation is possible for the position "agency"   | violated is still possible for the position "advocate" |
        | nobody        | other-crime       | no violation is possible for the position "agency"   | no violation is possible for the position "advocate"   |

    Scenario: The prison service's custody is a matter for the section on state employees and not for that on municipal ones
      Given the practice "doccs-tells-ice-of-alien-inmate"
      And it happened on 2026-09-01
      When it is checked
      Then "exec319a-1-custody" is undetermined
      And "exec319a-1-resources" is not-applicable because out-of-scope
      And "gml996a-1-custody" is not-applicable because not-bound
      And "gml996a-1-resources" is not-applicable because out-of-scope

    Scenario: Telling ICE something is no use of means by itself
      Given the practice "state-police-lend-car-for-removal-arrest"
      And it happened on 2026-11-22
      And the fact "act" is "[disclosure]"
      When it is checked
      Then "exec319a-1-resources" is not-applicable because out-of-scope

    Scenario Outline: <body> is not bound by the section about state employees
      Given the practice "state-police-lend-car-for-removal-arrest"
      And it happened on 2026-11-22
      And the acting agency is the actor "<body>"
      When it is checked
      Then "exec319a-1-resources" is not-applicable because not-bound

      Examples:
        | body           |
        | county-sheriff |
        | city-police    |

  Rule: Subdivision 3, questioning

    Scenario Outline: Questioning on a detainer alone on <day> is <status>
      Given the practice "trooper-questions-on-detainer"
      And it happened on <day>
      When it is checked
      Then "exec319a-3-questioning" is <status>

      Examples:
        | day        | status         |
        | 2026-05-26 | not-applicable |
        | 2026-05-27 | undetermined   |

    Scenario Outline: Questioning on <grounds>, for reasons that are not enforcement alone, <outcome>
      Given the practice "trooper-questions-on-detainer"
      And the fact "questioning.rests-on" is "[<rests-on>]"
      And the fact "enforcement.purpose" is "[other-crime]"
      When it is checked
      Then "exec319a-3-questioning" is undetermined
      And <possible>

      Examples:
        | grounds                       | outcome            | rests-on                              | possible                   |
        | a detainer alone              | may break it       | immigration-detainer                  | violated is still possible |
        | a civil warrant alone         | may break it       | administrative-warrant                | violated is still possible |
        | a detainer and a crime        | cannot break it    | immigration-detainer, other-ground    | no violation is possible   |
        | a detainer and a judge's word | cannot break it    | immigration-detainer, judge-warrant   | no violation is possible   |
        | a reported crime              | cannot break it    | other-ground                          | no violation is possible   |
        | nothing that is listed        | cannot break it    |                                       | no violation is possible   |

    @T-14
    Scenario Outline: Questioning for <purpose> may break the section for <whom>
      Given the practice "trooper-questions-on-detainer"
      And the fact "questioning.rests-on" is "[other-ground]"
      And the fact "enforcement.purpose" is "[<value>]"
      When it is checked
      Then "exec319a-3-questioning" is undetermined
      And <agency>
      And <advocate>

      Examples:
        | purpose                       | whom          | value                                            | agency                                               | advocate                                               |
        | a civil removal alone         | both sides    | civil-immigration                                | violated is still possible for the position "agency" | violated is still possible for the position "advocate" |
        | re-entry alone                | the advocates | entry-or-reentry                                 | no violation is possible for the position "agency"   | violated is still possible for the position "advocate" |
        | a removal and re-entry        | the advocates | civil-immigration, entry-or-reentry              | no violation is possible for the position "agency"   | violated is still possible for the position "advocate" |
        | a removal and a crime         | nobody        | civil-immigration, other-crime                   | no violation is possible for the position "agency"   | no violation is possible for the position "advocate"   |
        | a removal and something else  | nobody        | civil-immigration, other-purpose                 | no violation is possible for the position "agency"   | no violation is possible for the position "advocate"   |
        | re-entry and something else   | nobody        | entry-or-reentry, other-purpose                  | no violation is possible for the position "agency"   | no violation is possible for the position "advocate"   |
        | re-entry and another crime    | nobody        | entry-or-reentry, other-crime                    | no violation is possible for the position "agency"   | no violation is possible for the position "advocate"   |
        | nothing that is listed        | nobody        |                                                  | no violation is possible for the position "agency"   | no violation is possible for the position "advocate"   |
        | a crime                       | nobody        | other-crime                                      | no violation is possible for the position "agency"   | no violation is possible for the position "advocate"   |

    Scenario: Whether subdivision 9 reaches questioning cannot be said
      Given the practice "trooper-questions-on-detainer"
      When it is checked
      Then "exec319a-3-questioning" is undetermined
      And the exception "subdivision-9" is not encoded
      And excused is still possible for the position "agency"

    @T-11
    Scenario: A stop on the record of a removal divides the sides under the order, and the section may be broken
      Given the practice "trooper-questions-on-removal-record"
      And it happened on 2026-11-22
      When it is checked
      Then "eo170-b3b-police-action" is contested
      And "exec319a-3-questioning" is undetermined
      And no violation is possible for the position "agency"
      And violated is still possible for the position "advocate"
      And the exception "subdivision-9" is not encoded
      But the practice is contested

    Scenario: The section does not bind a sheriff
      Given the practice "trooper-questions-on-detainer"
      And the acting agency is the actor "county-sheriff"
      When it is checked
      Then "exec319a-3-questioning" is not-applicable because not-bound

    Scenario: Holding a person without questions is not questioning
      Given the practice "trooper-questions-on-detainer"
      And the fact "act" is "[custody]"
      When it is checked
      Then "exec319a-3-questioning" is not-applicable because out-of-scope

  Rule: Subdivisions 4 and 5, asking and recording

    @S-18
    Scenario Outline: A trooper asks a robbery victim on <day>: the order is broken, and the section is <status>
      Given the practice "trooper-asks-victim-status"
      And it happened on <day>
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.election-matter" is "false"
      When it is checked
      Then the practice is violated
      And "eo170-b3-inquiry" is violated
      And "exec319a-4-inquiry" is <status>

      Examples:
        | day        | status         |
        | 2026-05-26 | not-applicable |
        | 2026-05-27 | undetermined   |
        | 2026-11-22 | undetermined   |

    @S-18
    Scenario: Nothing on record excuses the trooper but what nobody has read
      Given the practice "trooper-asks-victim-status"
      And it happened on 2026-11-22
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.election-matter" is "false"
      When it is checked
      Then "exec319a-4-inquiry" is undetermined
      And violated is still possible
      And the exception "public-program" fails
      And the exception "elections" fails
      And the exception "subdivision-9" is not encoded
      And excused is still possible for the position "agency"
      And it is not flagged "preemption-risk"

    @S-20
    Scenario Outline: A benefits agency asks about status on <day> to decide eligibility, and the section is <status>
      Given the practice "benefits-agency-asks-status"
      And it happened on <day>
      When it is checked
      Then the practice is excused
      And "eo170-b1-inquiry" is excused
      And "exec319a-4-inquiry" is <status>

      Examples:
        | day        | status         |
        | 2026-05-26 | not-applicable |
        | 2026-05-27 | undetermined   |
        | 2026-11-22 | undetermined   |

    @S-20
    Scenario: The section excepts a question that a program needs, so that no violation is possible
      Given the practice "benefits-agency-asks-status"
      And it happened on 2026-11-22
      When it is checked
      Then "exec319a-4-inquiry" is undetermined
      And the exception "public-program" is shown
      And it cites "Exec Law 319-a (2026), subdivisions 4 and 5, exceptions of their own"
      And no violation is possible

    @S-20
    Scenario: A question that no program needs may break the section
      Given the practice "benefits-agency-asks-status"
      And it happened on 2026-11-22
      And the fact "inquiry.necessary-for-eligibility" is "false"
      When it is checked
      Then "exec319a-4-inquiry" is undetermined
      And the exception "public-program" fails
      And the exception "elections" is not shown
      And violated is still possible

    Scenario: A question for the registration of voters is excepted
      Given the practice "benefits-agency-asks-status"
      And it happened on 2026-11-22
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.election-matter" is "true"
      When it is checked
      Then "exec319a-4-inquiry" is undetermined
      And the exception "elections" is shown
      And no violation is possible

    Scenario Outline: <what> is <inside> subdivision 4
      Given the practice "trooper-asks-papers-after-arrest"
      And it happened on 2026-11-22
      And the fact "act" is "[<act>]"
      And the fact "document-request.purpose" is "<purpose>"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.election-matter" is "false"
      When it is checked
      Then "exec319a-4-inquiry" is undetermined
      And <possible>

      Examples:
        | what                               | inside  | act              | purpose            | possible                   |
        | Asking about status                | inside  | inquiry          | identification     | violated is still possible |
        | Asking about the country of origin | inside  | origin-inquiry   | identification     | violated is still possible |
        | Asking for papers about status     | inside  | document-request | immigration-status | violated is still possible |
        | Asking for papers to identify      | outside | document-request | identification     | no violation is possible   |

    Scenario: A limit on questions to ICE may be preempted
      Given the practice "benefits-agency-asks-status"
      And it happened on 2026-11-22
      And the fact "inquiry.means" is "[asking-authority]"
      When it is checked
      Then "exec319a-4-inquiry" is undetermined
      And it is flagged "preemption-risk"

    Scenario: The section does not bind city police who ask
      Given the practice "trooper-asks-victim-status"
      And it happened on 2026-11-22
      And the inquirer is the actor "city-police"
      When it is checked
      Then "exec319a-4-inquiry" is not-applicable because not-bound

    Scenario: Recording nobody's status and asking nobody is neither
      Given the practice "trooper-asks-victim-status"
      And it happened on 2026-11-22
      And the fact "act" is "[disclosure]"
      When it is checked
      Then "exec319a-4-inquiry" is not-applicable because out-of-scope
      And "exec319a-5-collection" is not-applicable because out-of-scope

    @S-4
    Scenario Outline: Loading ICE's deportation records on <day> is <status> under subdivision 5
      Given the practice "ice-data-match-inbound"
      And it happened on <day>
      When it is checked
      Then "exec319a-5-collection" is <status>
      And "eo170-b1-inquiry" is contested

      Examples:
        | day        | status         |
        | 2026-05-26 | not-applicable |
        | 2026-05-27 | undetermined   |

    @S-4
    Scenario: Loading ICE's deportation records may be collecting status, and a ban on it may be preempted
      Given the practice "ice-data-match-inbound"
      And it happened on 2026-11-22
      And the fact "inquiry.election-matter" is "false"
      When it is checked
      Then "exec319a-5-collection" is undetermined
      And violated is still possible
      And it is flagged "preemption-risk"
      And the exception "public-program" fails
      And the exception "elections" fails
      And the exception "subdivision-9" is not encoded

    Scenario: That a program or the registration of voters needs what is asked or recorded has to be shown
      Given the practice "benefits-agency-asks-status"
      And it happened on 2026-11-22
      And the fact "act" is "[inquiry, status-collection]"
      And the fact "inquiry.necessary-for-eligibility" is not known
      When it is checked
      Then "exec319a-4-inquiry" is undetermined
      And the exception "public-program" is not shown
      And the exception "elections" is not shown
      And "exec319a-5-collection" is undetermined
      And the exception "public-program" is not shown
      And the exception "elections" is not shown
      And excused is still possible for the position "agency"

    Scenario: What is recorded for no need is excused by nothing but what nobody has read
      Given the practice "benefits-agency-asks-status"
      And it happened on 2026-11-22
      And the fact "act" is "[status-collection]"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.election-matter" is "false"
      When it is checked
      Then "exec319a-5-collection" is undetermined
      And violated is still possible for the position "agency"
      And excused is still possible for the position "agency"

    Scenario Outline: What is recorded <for> is excepted by subdivision 5 itself
      Given the practice "benefits-agency-asks-status"
      And it happened on 2026-11-22
      And the fact "act" is "[status-collection]"
      And the fact "inquiry.necessary-for-eligibility" is "<needed>"
      And the fact "inquiry.election-matter" is "<election>"
      When it is checked
      Then "exec319a-5-collection" is undetermined
      And the exception "<exception>" is shown
      And it cites "Exec Law 319-a (2026), subdivisions 4 and 5, exceptions of their own"
      And no violation is possible

      Examples:
        | for                            | needed | election | exception      |
        | since a program needs it       | true   | false    | public-program |
        | for the registration of voters | false  | true     | elections      |

    Scenario: Recording a person's status is collecting it, though no data are matched
      Given the practice "benefits-agency-asks-status"
      And it happened on 2026-11-22
      And the fact "act" is "[status-collection]"
      And the fact "match.direction" is "[]"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "inquiry.election-matter" is "false"
      When it is checked
      Then "exec319a-5-collection" is undetermined
      And violated is still possible

    @S-4
    Scenario: A match for which records only go out collects nothing
      Given the practice "ice-data-match-inbound"
      And it happened on 2026-11-22
      And the fact "match.direction" is "[outbound]"
      When it is checked
      Then "exec319a-5-collection" is undetermined
      And no violation is possible

    Scenario Outline: Recording a person's status <when> <outcome>
      Given the practice "benefits-agency-asks-status"
      And it happened on 2026-11-22
      And the fact "act" is "[status-collection]"
      And the fact "inquiry.necessary-for-eligibility" is "<needed>"
      And the fact "inquiry.election-matter" is "<election>"
      When it is checked
      Then "exec319a-5-collection" is undetermined
      And <possible>

      Examples:
        | when                        | outcome         | needed | election | possible                   |
        | for no need                 | may break it    | false  | false    | violated is still possible |
        | that a program needs        | is excepted     | true   | false    | no violation is possible   |
        | for registering voters      | is excepted     | false  | true     | no violation is possible   |

    Scenario: Subdivision 5 does not bind a city
      Given the practice "benefits-agency-asks-status"
      And it happened on 2026-11-22
      And the fact "act" is "[status-collection]"
      And the inquirer is the actor "city-office"
      When it is checked
      Then "exec319a-5-collection" is not-applicable because not-bound

  Rule: Subdivision 6, access

    Scenario: Letting ICE into offices that are not open to the public waits for two texts that were not seen
      Given the practice "state-agency-lets-ice-in"
      When it is checked
      Then the practice is undetermined
      And "exec319a-6-access" is undetermined
      And violated is still possible
      And the exception "rest-of-subdivision-6" is not encoded
      And the exception "subdivision-9" is not encoded
      And it cites "Exec Law 319-a (2026), subdivision 6, remainder"
      And the reasons say "Whether the provision was in force is not known. Whether Exec Law 319-a (2026), subdivision 6, remainder excepts it nobody can say, since it could not be encoded. Whether Exec Law 319-a (2026), subdivision 9 excepts it nobody can say, since it could not be encoded."

    Scenario Outline: Letting ICE in on <day> is <status>
      Given the practice "state-agency-lets-ice-in"
      And it happened on <day>
      When it is checked
      Then "exec319a-6-access" is <status>

      Examples:
        | day        | status         |
        | 2026-05-26 | not-applicable |
        | 2026-05-27 | undetermined   |

    Scenario: A lobby that is open to the public is open to ICE as well
      Given the practice "state-agency-lets-ice-in"
      And the fact "access.area" is "public"
      When it is checked
      Then "exec319a-6-access" is undetermined
      And no violation is possible

    Scenario: Letting the FBI in is outside the section
      Given the practice "state-agency-lets-ice-in"
      And the visitor is the actor "fbi"
      When it is checked
      Then "exec319a-6-access" is not-applicable because out-of-scope

    Scenario: An arrest without letting anybody in is outside subdivision 6
      Given the practice "state-agency-lets-ice-in"
      And the fact "act" is "[civil-arrest]"
      When it is checked
      Then "exec319a-6-access" is not-applicable because out-of-scope

    Scenario: A city office is not bound by the section about state employees
      Given the practice "state-agency-lets-ice-in"
      And the facility keeper is the actor "city-office"
      When it is checked
      Then "exec319a-6-access" is not-applicable because not-bound
