@us-ny/statute/criminal-procedure-law-160
Feature: Criminal Procedure Law, sealing of criminal records

  Sections 160.50 and 160.55 seal cases that ended in the person's favor or in a violation or an infraction; whoever is
  not on a closed list needs a court's order. Sections 160.57 and 160.59 seal convictions, and law enforcement keeps
  access to those.

  Rule: 160.50, who may see the records of a case that ended in the person's favor

    Scenario: ICE is not on the closed list, so a sealed record shown to ICE breaks the section
      Given the practice "sealed-record-shown-to-ice"
      When it is checked
      Then the practice is violated
      And "cpl160.50-release" is violated
      And it cites "CPL, 160.50(1)(d)"
      And it binds "a city police department"
      And the exception "court-order" fails
      And it is flagged "source-unverified"
      And it would be excused if "sealed.court-order" were otherwise
      And it would be satisfied if "recipient.sealed-records-list" were otherwise

    Scenario: The law on sealing binds a city's police, which the order of 2017 does not
      Given the practice "sealed-record-shown-to-ice"
      When it is checked
      Then "cpl160.50-release" is violated
      And "eo170-b2-disclosure" is not-applicable because not-bound

    Scenario: A court's order on the motion of the law enforcement agency excuses it
      Given the practice "sealed-record-shown-on-court-order"
      When it is checked
      Then the practice is excused
      And "cpl160.50-release" is excused
      And the exception "court-order" is shown
      And "eo170-b2-disclosure" is satisfied

    Scenario: Whether there is a court's order has to be found out
      Given the practice "sealed-record-shown-to-ice"
      And the fact "sealed.court-order" is not known
      When it is checked
      Then "cpl160.50-release" is undetermined
      And it asks about "sealed.court-order"
      And excused is still possible
      And violated is still possible

    Scenario: A body on the closed list may see the record
      Given the practice "sealed-record-shown-to-ice"
      And the fact "recipient.sealed-records-list" is "true"
      When it is checked
      Then "cpl160.50-release" is satisfied

    Scenario: Whether a body other than ICE is on the list has to be found out
      Given the practice "sealed-record-shown-to-ice"
      And the recipient is the actor "cbp-grand-island"
      When it is checked
      Then "cpl160.50-release" is undetermined
      And it asks about "recipient.sealed-records-list"

    Scenario Outline: No part of ICE is on the list: <office>
      Given the practice "sealed-record-shown-to-ice"
      And the recipient is the actor "<office>"
      When it is checked
      Then "cpl160.50-release" is violated

      Examples:
        | office                          |
        | ice                             |
        | ice-lesc                        |
        | ice-nyc-fugitive-unit           |
        | ice-removal-officers            |
        | ice-criminal-investigators      |
        | ice-prosecutors                 |
        | ice-rouses-point                |
        | ice-batavia                     |
        | ice-latham                      |
        | ice-new-york-city               |
        | ice-northeast-field-intelligence |

    Scenario Outline: The section binds <who>
      Given the practice "sealed-record-shown-to-ice"
      And the discloser is the actor "<actor>"
      When it is checked
      Then "cpl160.50-release" is violated

      Examples:
        | who              | actor                |
        | the courts       | unified-court-system |
        | DCJS             | dcjs                 |
        | the State Police | state-police         |
        | a sheriff        | county-sheriff       |

    Scenario Outline: It does not bind <who>
      Given the practice "sealed-record-shown-to-ice"
      And the discloser is the actor "<actor>"
      When it is checked
      Then "cpl160.50-release" is not-applicable because not-bound
      And "cpl160.55-release" is not-applicable because out-of-scope

      Examples:
        | who                               | actor                |
        | a state agency without such tasks | state-agency         |
        | ICE's own officers                | ice-removal-officers |

    Scenario Outline: Sealing under <section> is the matter of <rule> alone
      Given the practice "sealed-record-shown-to-ice"
      And the fact "sealed.under" is "[<under>]"
      And it happened on 2025-01-01
      When it is checked
      Then "cpl160.50-release" is <a>
      And "cpl160.55-release" is <b>
      And "cpl160.57-release" is <c>
      And "cpl160.59-release" is <d>

      Examples:
        | section | rule              | under                  | a              | b              | c              | d              |
        | 160.50  | cpl160.50-release | favorable-ending       | violated       | not-applicable | not-applicable | not-applicable |
        | 160.55  | cpl160.55-release | noncriminal-conviction | not-applicable | violated       | not-applicable | not-applicable |
        | 160.57  | cpl160.57-release | clean-slate            | not-applicable | not-applicable | undetermined   | not-applicable |
        | 160.59  | cpl160.59-release | conviction             | not-applicable | not-applicable | not-applicable | undetermined   |
        | nothing | none of them      |                        | not-applicable | not-applicable | not-applicable | not-applicable |

    Scenario: A disclosure that shows no record of a case is not about sealing
      Given the practice "sealed-record-shown-to-ice"
      And the fact "act" is "[disclosure]"
      When it is checked
      Then "cpl160.50-release" is not-applicable because out-of-scope

    @S-5
    Scenario: A search that brings up nothing sealed is no matter of the sealing law
      Given the practice "ice-query-opened-case"
      When it is checked
      Then "cpl160.50-release" is not-applicable because out-of-scope
      And "cpl160.59-release" is not-applicable because out-of-scope

    @S-5
    Scenario: Had the search brought up a sealed case, DCJS's answer would break the section even in a criminal case
      Given the practice "ice-query-opened-case"
      And the fact "sealed.under" is "[favorable-ending]"
      And the fact "sealed.court-order" is "false"
      When it is checked
      Then the practice is violated
      And "cpl160.50-release" is violated
      And it binds "New York State Division of Criminal Justice Services (DCJS)"
      And "ud-purpose" is satisfied

    @S-6
    Scenario: The labelled search is taken to have brought up nothing sealed
      Given the practice "ice-query-reentry-label"
      When it is checked
      Then "cpl160.50-release" is not-applicable because out-of-scope

    @S-8
    Scenario: Whether the rap sheet in immigration court broke the closed list is open while nobody knows what is on it
      Given the practice "rap-sheet-in-immigration-court"
      When it is checked
      Then the practice is undetermined
      And "cpl160.50-release" is undetermined
      And violated is still possible
      And it asks about "sealed.under"
      And it asks about "discloser"
      And "cpl160.55-release" is undetermined
      And "cpl160.59-release" is undetermined
      And "cpl160.57-release" is not-applicable because not-in-force

    @S-8
    Scenario: If DCJS gave ICE's prosecutors a sealed case, only a court's order would excuse it
      Given the practice "rap-sheet-in-immigration-court"
      And the discloser is the actor "dcjs"
      And the fact "sealed.under" is "[favorable-ending]"
      And the fact "sealed.court-order" is "false"
      When it is checked
      Then "cpl160.50-release" is violated
      And the practice is violated

    @S-8
    Scenario: If the rap sheet has nothing sealed on it, the sealing law is not about it
      Given the practice "rap-sheet-in-immigration-court"
      And the fact "sealed.under" is "[]"
      When it is checked
      Then "cpl160.50-release" is not-applicable because out-of-scope
      And the practice is undetermined

    @S-1
    Scenario: The arrest notice shows no record of a case, and the sealing law is not about it
      Given the practice "dcjs-arrest-notice"
      When it is checked as it stood on 2019-05-08
      Then "cpl160.50-release" is not-applicable because out-of-scope
      And the practice is contested

    Scenario Outline: On <day>, before it is known that the section was law, a sealed record shown to ICE is <status>
      Given the practice "sealed-record-shown-to-ice"
      And it happened on <day>
      When it is checked
      Then "cpl160.50-release" is <status>

      Examples:
        | day        | status         |
        | 1969-12-31 | not-applicable |
        | 1970-01-01 | undetermined   |
        | 2005-12-30 | undetermined   |
        | 2005-12-31 | violated       |

  Rule: 160.50 and 160.55, what is done when a case ends

    Scenario: Prints that are kept after a dismissal break the section, though the record is sealed
      Given the practice "dismissed-case-prints-kept"
      When it is checked
      Then the practice is violated
      And "cpl160.50-sealing" is violated
      And it cites "CPL, 160.50 (sealing)"
      And it binds "New York State Police"
      And it would be satisfied if "case.prints" were otherwise

    Scenario Outline: A case that ended <how> is <a> under 160.50 and <b> under 160.55 where sealing is <sealed> and prints are <prints>
      Given the practice "dismissed-case-prints-kept"
      And the fact "case.ended" is "<how>"
      And the fact "case.sealed" is "<sealed>"
      And the fact "case.prints" is "<prints>"
      When it is checked
      Then "cpl160.50-sealing" is <a>
      And "cpl160.55-sealing" is <b>

      Examples:
        | how                    | sealed | prints                | a              | b              |
        | favorably              | true   | returned-or-destroyed | satisfied      | not-applicable |
        | favorably              | false  | returned-or-destroyed | violated       | not-applicable |
        | favorably              | true   | kept                  | violated       | not-applicable |
        | noncriminal-conviction | true   | returned-or-destroyed | not-applicable | satisfied      |
        | noncriminal-conviction | false  | returned-or-destroyed | not-applicable | violated       |
        | noncriminal-conviction | true   | kept                  | not-applicable | violated       |
        | criminal-conviction    | false  | kept                  | not-applicable | not-applicable |

    Scenario Outline: Whether <what> has to be found out
      Given the practice "dismissed-case-prints-kept"
      And the fact "case.prints" is "returned-or-destroyed"
      And the fact "<fact>" is not known
      When it is checked
      Then "cpl160.50-sealing" is undetermined
      And it asks about "<fact>"

      Examples:
        | what                    | fact        |
        | the record was sealed   | case.sealed |
        | the case ended that way | case.ended  |

    Scenario: Whether the prints were kept has to be found out
      Given the practice "dismissed-case-prints-kept"
      And the fact "case.prints" is not known
      When it is checked
      Then "cpl160.50-sealing" is undetermined
      And it asks about "case.prints"

    Scenario Outline: Where <who> kept the prints of a case that ended <how>, the section finds it <status>
      Given the practice "dismissed-case-prints-kept"
      And the record keeper is the actor "<actor>"
      And the fact "case.ended" is "<how>"
      When it is checked
      Then "<rule>" is <status>

      Examples:
        | who            | actor                | how                    | rule              | status         |
        | a court        | unified-court-system | favorably              | cpl160.50-sealing | violated       |
        | a court        | unified-court-system | noncriminal-conviction | cpl160.55-sealing | not-applicable |
        | DCJS           | dcjs                 | favorably              | cpl160.50-sealing | violated       |
        | DCJS           | dcjs                 | noncriminal-conviction | cpl160.55-sealing | violated       |
        | a city police  | city-police          | noncriminal-conviction | cpl160.55-sealing | violated       |
        | a state agency | state-agency         | favorably              | cpl160.50-sealing | not-applicable |
        | a state agency | state-agency         | noncriminal-conviction | cpl160.55-sealing | not-applicable |
        | ICE            | ice-removal-officers | favorably              | cpl160.50-sealing | not-applicable |

    Scenario: A search of records is no ending of a case
      Given the practice "dismissed-case-prints-kept"
      And the fact "act" is "[record-query]"
      When it is checked
      Then "cpl160.50-sealing" is not-applicable because out-of-scope
      And "cpl160.55-sealing" is not-applicable because out-of-scope

    Scenario Outline: On <day> the duty to seal after a dismissal, or a violation, is <status>
      Given the practice "dismissed-case-prints-kept"
      And the fact "case.ended" is "<how>"
      And it happened on <day>
      When it is checked
      Then "<rule>" is <status>

      Examples:
        | day        | how                    | rule              | status         |
        | 1969-12-31 | favorably              | cpl160.50-sealing | not-applicable |
        | 1970-01-01 | favorably              | cpl160.50-sealing | undetermined   |
        | 2005-12-30 | favorably              | cpl160.50-sealing | undetermined   |
        | 2005-12-31 | favorably              | cpl160.50-sealing | violated       |
        | 1969-12-31 | noncriminal-conviction | cpl160.55-sealing | not-applicable |
        | 2005-12-31 | noncriminal-conviction | cpl160.55-sealing | violated       |

  Rule: 160.55, who may see the records of a violation or an infraction

    Scenario Outline: A record of a violation shown to <whom>, with a court's order <order>, is <status>
      Given the practice "sealed-record-shown-to-ice"
      And the fact "sealed.under" is "[noncriminal-conviction]"
      And the fact "recipient.sealed-records-list" is "<listed>"
      And the fact "sealed.court-order" is "<order>"
      When it is checked
      Then "cpl160.55-release" is <status>

      Examples:
        | whom                 | listed | order | status    |
        | ICE                  | false  | false | violated  |
        | ICE                  | false  | true  | excused   |
        | a body on the list   | true   | false | satisfied |

    Scenario: The court's own file of a violation is not sealed
      Given the practice "sealed-record-shown-to-ice"
      And the discloser is the actor "unified-court-system"
      And the fact "sealed.under" is "[noncriminal-conviction]"
      When it is checked
      Then "cpl160.55-release" is not-applicable because not-bound

    Scenario: Whether there is a court's order for the record of a violation has to be found out
      Given the practice "sealed-record-shown-to-ice"
      And the fact "sealed.under" is "[noncriminal-conviction]"
      And the fact "sealed.court-order" is not known
      When it is checked
      Then "cpl160.55-release" is undetermined
      And it cites "CPL, 160.55 (access)"
      And it asks about "sealed.court-order"

    Scenario: A disclosure that shows no record of a violation is not about its sealing
      Given the practice "sealed-record-shown-to-ice"
      And the fact "sealed.under" is "[noncriminal-conviction]"
      And the fact "act" is "[disclosure]"
      When it is checked
      Then "cpl160.55-release" is not-applicable because out-of-scope

  Rule: 160.57 and 160.59, who keeps access to sealed convictions

    Scenario: Federal officers who investigate a crime keep access to a conviction sealed under 160.59
      Given the practice "sealed-conviction-shown-to-federal-officers"
      When it is checked
      Then the practice is satisfied
      And "cpl160.59-release" is satisfied
      And it cites "CPL, 160.59"
      And it is flagged "source-unverified"
      And it is not flagged "authority-unverified"

    Scenario Outline: <who> whose purpose is <purpose> find a sealed conviction <status>
      Given the practice "sealed-conviction-shown-to-federal-officers"
      And it happened on 2025-01-01
      And the fact "sealed.under" is "[conviction, clean-slate]"
      And the fact "recipient.level" is "<level>"
      And the fact "recipient.officers" is "<officers>"
      And the fact "recipient.qualified-agency" is "<qualified>"
      And the fact "records.purpose" is "<purpose>"
      When it is checked
      Then "cpl160.59-release" is <status>
      And "cpl160.57-release" is <status>

      Examples:
        | who                  | level   | officers    | qualified | purpose          | status    |
        | Federal officers     | federal | sworn       | false     | crime            | satisfied |
        | Federal officers     | federal | sworn       | false     | entry-or-reentry | satisfied |
        | Federal officers     | federal | sworn       | false     | other-official   | undetermined |
        | Federal officers     | federal | sworn       | false     | private-purpose  | undetermined |
        | State officers       | state   | sworn       | false     | crime            | satisfied |
        | Local officers       | local   | sworn       | false     | crime            | undetermined |
        | Federal clerks       | federal | other-staff | false     | crime            | undetermined |
        | Qualified agencies   | local   | other-staff | true      | other-official   | satisfied |

    Scenario: Whether civil immigration work is a law-enforcement duty here is left to judgment, and a carve-out is not verified
      Given the practice "sealed-conviction-shown-to-federal-officers"
      And the recipient is the actor "ice-removal-officers"
      And the fact "recipient.qualified-agency" is "false"
      And the fact "records.purpose" is "civil-immigration"
      When it is checked
      Then "cpl160.59-release" is undetermined
      And violated is still possible
      And satisfied is still possible
      And the reasons say "Is civil immigration work a law-enforcement duty in the sense of the section, and is there no carve-out for immigration? It is left to judgment, and nobody has decided it."
      And it is flagged "authority-unverified"
      And "us-ny/statute/criminal-procedure-law-160#160.59.immigration" is named as bearing on it

    Scenario Outline: Whoever has read the section may settle that by a judgment: <answer>
      Given the practice "sealed-conviction-shown-to-federal-officers"
      And it happened on 2025-01-01
      And the fact "sealed.under" is "[conviction, clean-slate]"
      And the recipient is the actor "ice-removal-officers"
      And the fact "recipient.qualified-agency" is "false"
      And the fact "records.purpose" is "civil-immigration"
      And the judgment "us-ny/statute/criminal-procedure-law-160#civil-immigration-work-is-a-duty" is "<answer>", by "a lawyer", because "the text was read"
      When it is checked
      Then "cpl160.59-release" is <status>
      And "cpl160.57-release" is <status>
      And it is flagged "authority-unverified"

      Examples:
        | answer | status    |
        | yes    | satisfied |
        | no     | undetermined |

    Scenario: That judgment does not widen what other bodies may see
      Given the practice "sealed-conviction-shown-to-federal-officers"
      And the fact "records.purpose" is "other-official"
      And the judgment "us-ny/statute/criminal-procedure-law-160#civil-immigration-work-is-a-duty" is "yes", by "a lawyer", because "the text was read"
      When it is checked
      Then "cpl160.59-release" is undetermined
      And violated is still possible

    Scenario: Who else keeps access has not been checked, so that nobody can say whether others may see the conviction
      Given the practice "sealed-conviction-shown-to-federal-officers"
      And it happened on 2025-01-01
      And the fact "sealed.under" is "[conviction, clean-slate]"
      And the fact "records.purpose" is "other-official"
      When it is checked
      Then the practice is undetermined
      And "cpl160.59-release" is undetermined
      And the exception "other-access" is not encoded
      And violated is still possible
      And excused is still possible
      And "cpl160.57-release" is undetermined
      And the exception "other-access" is not encoded
      And violated is still possible

    Scenario: Whether a federal immigration office is a qualified agency could not be established
      Given the practice "sealed-conviction-shown-to-federal-officers"
      And the recipient is the actor "ice-prosecutors"
      And the fact "recipient.officers" is "other-staff"
      When it is checked
      Then "cpl160.59-release" is undetermined
      And satisfied is still possible

    Scenario Outline: A sealed conviction shown by <who> is <status>
      Given the practice "sealed-conviction-shown-to-federal-officers"
      And it happened on 2025-01-01
      And the fact "sealed.under" is "[conviction, clean-slate]"
      And the fact "records.purpose" is "other-official"
      And the discloser is the actor "<actor>"
      When it is checked
      Then "cpl160.59-release" is <status>
      And "cpl160.57-release" is <status>

      Examples:
        | who            | actor                | status         |
        | a court        | unified-court-system | undetermined   |
        | a city police  | city-police          | undetermined   |
        | a state agency | state-agency         | not-applicable |
        | ICE            | ice-removal-officers | not-applicable |

    Scenario Outline: A conviction under <under> shown to federal officers on <day> is <status>
      Given the practice "sealed-conviction-shown-to-federal-officers"
      And the fact "sealed.under" is "[<under>]"
      And it happened on <day>
      When it is checked
      Then "<rule>" is <status>

      Examples:
        | under       | rule              | day        | status         |
        | conviction  | cpl160.59-release | 2016-12-31 | not-applicable |
        | conviction  | cpl160.59-release | 2017-01-01 | undetermined   |
        | conviction  | cpl160.59-release | 2017-12-30 | undetermined   |
        | conviction  | cpl160.59-release | 2017-12-31 | satisfied      |
        | clean-slate | cpl160.57-release | 2024-11-15 | not-applicable |
        | clean-slate | cpl160.57-release | 2024-11-16 | satisfied      |

    Scenario Outline: Federal officers keep access to convictions under 160.59, which became law in 2017: on <day> that is <status>
      Given the practice "sealed-conviction-shown-to-federal-officers"
      And it happened on <day>
      When it is checked
      Then "cpl160.59-release" is <status>

      Examples:
        | day        | status         |
        | 2016-12-31 | not-applicable |
        | 2017-01-01 | undetermined   |
        | 2017-12-30 | undetermined   |
        | 2017-12-31 | satisfied      |

    Scenario: Others may have access from the day on which 160.59 may have begun
      Given the practice "sealed-conviction-shown-to-federal-officers"
      And the fact "records.purpose" is "other-official"
      And it happened on 2017-01-01
      When it is checked
      Then "cpl160.59-release" is undetermined
      And the exception "other-access" is not encoded

    Scenario Outline: On <day> a carve-out for immigration enforcement is <named>
      Given the practice "sealed-conviction-shown-to-federal-officers"
      And the recipient is the actor "ice-removal-officers"
      And it happened on <day>
      When it is checked
      Then "us-ny/statute/criminal-procedure-law-160#160.59.immigration" is <named> as bearing on it

      Examples:
        | day        | named     |
        | 2016-12-31 | not named |
        | 2017-01-01 | named     |

    Scenario: A disclosure that shows no record of a case is not about sealed convictions
      Given the practice "sealed-conviction-shown-to-federal-officers"
      And it happened on 2025-01-01
      And the fact "sealed.under" is "[conviction, clean-slate]"
      And the fact "act" is "[disclosure]"
      When it is checked
      Then "cpl160.59-release" is not-applicable because out-of-scope
      And "cpl160.57-release" is not-applicable because out-of-scope
