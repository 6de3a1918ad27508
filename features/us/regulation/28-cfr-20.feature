@us/regulation/28-cfr-20
Feature: 28 CFR part 20, criminal history records

  States give non-conviction data to criminal justice agencies for criminal justice only, tell nobody whether a record
  exists who may not get it, and audit a sample of their agencies every year. Records of the Interstate Identification
  Index (III) go to criminal justice agencies. Which parts of ICE are criminal justice agencies is not settled.

  Rule: 20.21(e), yearly audits of state and local agencies

    Scenario: A state body that audits a random sample every year keeps the regulation, however late a single audit is
      Given the practice "systems-agency-audits-late"
      When it is checked
      Then "cfr20-yearly-sample" is satisfied
      And it cites "28 CFR, 20.21(e)"

    Scenario: A state body that audits no sample breaks the regulation
      Given the practice "systems-agency-audits-late"
      And the fact "audit.yearly-sample" is "false"
      When it is checked
      Then "cfr20-yearly-sample" is violated

    Scenario: Whether a sample is audited every year has to be found out
      Given the practice "systems-agency-audits-late"
      And the fact "audit.yearly-sample" is not known
      When it is checked
      Then "cfr20-yearly-sample" is undetermined
      And it asks about "audit.yearly-sample"

    @S-9
    Scenario: The regulation does not reach federal users
      Given the practice "five-of-ten-agencies-audited"
      When it is checked as it stood on 2019-05-08
      Then "cfr20-yearly-sample" is not-applicable because out-of-scope

    Scenario: A body that is not the state's is not bound
      Given the practice "systems-agency-audits-late"
      And the record keeper is the actor "county-sheriff"
      And the fact "audit.yearly-sample" is "false"
      When it is checked
      Then "cfr20-yearly-sample" is not-applicable because not-bound

    Scenario: A search is no audit
      Given the practice "systems-agency-audits-late"
      And the fact "act" is "[record-query]"
      And the fact "audit.yearly-sample" is "false"
      When it is checked
      Then "cfr20-yearly-sample" is not-applicable because out-of-scope

    Scenario: The sample takes in state agencies as well as local ones
      Given the practice "systems-agency-audits-late"
      And the user agency is the actor "state-police"
      And the fact "audit.yearly-sample" is "false"
      When it is checked
      Then "cfr20-yearly-sample" is violated

    Scenario Outline: On <day> the duty to audit a sample is <status>
      Given the practice "systems-agency-audits-late"
      And the fact "audit.yearly-sample" is "false"
      And it happened on <day>
      When it is checked
      Then "cfr20-yearly-sample" is <status>

      Examples:
        | day        | status         |
        | 1974-12-31 | not-applicable |
        | 1975-01-01 | undetermined   |
        | 1999-12-30 | undetermined   |
        | 1999-12-31 | violated       |

  Rule: 20.21(b), non-conviction data

    @S-5
    Scenario: Non-conviction data found by a criminal justice agency for an opened case keeps the regulation
      Given the practice "ice-query-opened-case"
      When it is checked
      Then the practice is satisfied
      And "cfr20-nonconviction-data" is satisfied
      And it cites "28 CFR, 20.21(b)"
      And it binds "New York State Division of Criminal Justice Services (DCJS)"
      And it is flagged "source-unverified"

    @S-5
    Scenario: Whether the office is a criminal justice agency, taken as the subunit that it is, has to be found out
      Given the practice "ice-query-opened-case"
      And the fact "user-agency.criminal-justice-budget" is not known
      When it is checked
      Then "cfr20-nonconviction-data" is undetermined
      And it asks about "user-agency.criminal-justice-budget"
      And satisfied is still possible
      And violated is still possible

    @S-5
    Scenario Outline: None of the parts of ICE has been put to the test: <part>
      Given the practice "ice-query-opened-case"
      And the user agency is the actor "<part>"
      And the fact "user-agency.criminal-justice-budget" is not known
      When it is checked
      Then "cfr20-nonconviction-data" is undetermined
      And it asks about "user-agency.criminal-justice-budget"

      Examples:
        | part                       |
        | ice-criminal-investigators |
        | ice-removal-officers       |
        | ice-prosecutors            |

    @S-5
    Scenario Outline: Non-conviction data for <purpose> with <case>, <budget> of the budget being criminal justice, is <agency> for the agency and <advocate> for the advocates
      Given the practice "ice-query-opened-case"
      And the fact "records.purpose" is "<purpose>"
      And the fact "records.criminal-case" is "<case>"
      And the fact "user-agency.criminal-justice-budget" is "<budget>"
      And the judgment "us/regulation/28-cfr-20#other-limb" of the user agency is "no", by "the reviewer", because "for this scenario"
      When it is checked
      Then "cfr20-nonconviction-data" is <status>
      And the position "agency" finds it <agency>
      And the position "advocate" finds it <advocate>

      Examples:
        | purpose           | case        | budget      | status    | agency    | advocate  |
        | crime             | opened      | substantial | satisfied | satisfied | satisfied |
        | crime             | reason-only | substantial | contested | satisfied | violated  |
        | entry-or-reentry  | opened      | substantial | satisfied | satisfied | satisfied |
        | entry-or-reentry  | reason-only | substantial | contested | satisfied | violated  |
        | civil-immigration | opened      | substantial | violated  | violated  | violated  |
        | civil-immigration | no-case     | substantial | violated  | violated  | violated  |
        | other-official    | opened      | substantial | violated  | violated  | violated  |
        | crime             | opened      | less        | violated  | violated  | violated  |

    @S-5
    Scenario: A label without a case turns on what the administration of criminal justice is
      Given the practice "ice-query-opened-case"
      And the fact "records.criminal-case" is "reason-only"
      When it is checked
      Then "cfr20-nonconviction-data" is contested
      And it turns on "records-for-criminal-justice"
      And the reasons say "Only what is done about accused persons or criminal offenders, in a criminal case that has been opened."

    @S-5
    Scenario Outline: A body outside of criminal justice may get the data as a <what> authorizes it
      Given the practice "ice-query-opened-case"
      And the fact "user-agency.criminal-justice-budget" is "less"
      And the judgment "us/regulation/28-cfr-20#other-limb" of the user agency is "no", by "the reviewer", because "for this scenario"
      And the fact "disclosure.authorized-by" is "[<authorized>]"
      And the fact "disclosure.compelled-by" is "[<compelled>]"
      When it is checked
      Then "cfr20-nonconviction-data" is <status>
      And the exception "authorized-otherwise" <tried>

      Examples:
        | what                         | authorized | compelled               | status   | tried    |
        | statute that allows it       | statute    |                         | excused  | is shown |
        | rule                         | regulation |                         | excused  | is shown |
        | statute that commands it     |            | statute                 | excused  | is shown |
        | Correction Law 147, a statute |           | correction-law-147      | excused  | is shown |
        | court's order                |            | court-order             | excused  | is shown |
        | mere agreement, which cannot | agreement  |                         | violated | fails    |
        | mere subpoena, which cannot  |            | administrative-subpoena | violated | fails    |

    @S-5
    Scenario: Whether a statute, an order or a rule authorizes it has to be found out
      Given the practice "ice-query-opened-case"
      And the fact "user-agency.criminal-justice-budget" is "less"
      And the judgment "us/regulation/28-cfr-20#other-limb" of the user agency is "no", by "the reviewer", because "for this scenario"
      And the fact "disclosure.authorized-by" is not known
      When it is checked
      Then "cfr20-nonconviction-data" is undetermined
      And it asks about "disclosure.authorized-by"

    @S-7
    Scenario: Non-conviction data given for a civil arrest breaks the regulation, beside the agreement
      Given the practice "ice-query-home-address"
      And the fact "records.data" is "[nonconviction-data]"
      When it is checked
      Then "cfr20-nonconviction-data" is violated
      And "ud-purpose" is violated

    @S-6 @S-7
    Scenario Outline: What the search for <practice> brought up beside convictions is not known
      Given the practice "<practice>"
      When it is checked
      Then "cfr20-nonconviction-data" is undetermined
      And "cfr20-federal-index" is not-applicable because out-of-scope

      Examples:
        | practice                |
        | ice-query-reentry-label |
        | ice-query-home-address  |

    @S-8
    Scenario: The regulation is about the use of records as well as about searches
      Given the practice "rap-sheet-in-immigration-court"
      And the discloser is the actor "dcjs"
      And the fact "records.data" is "[nonconviction-data]"
      And the fact "user-agency.criminal-justice-budget" is "less"
      And the judgment "us/regulation/28-cfr-20#other-limb" of the user agency is "no", by "the reviewer", because "for this scenario"
      And the fact "disclosure.authorized-by" is "[]"
      And the fact "disclosure.compelled-by" is "[]"
      When it is checked
      Then "cfr20-nonconviction-data" is violated

    Scenario: Convictions alone are outside of this limit
      Given the practice "ice-query-home-address"
      And the fact "records.data" is "[conviction-data]"
      When it is checked
      Then "cfr20-nonconviction-data" is not-applicable because out-of-scope

    Scenario: A city's police is not the state
      Given the practice "ice-query-home-address"
      And the discloser is the actor "city-police"
      And the fact "records.data" is "[nonconviction-data]"
      When it is checked
      Then "cfr20-nonconviction-data" is not-applicable because not-bound

    @S-1
    Scenario: On the arrest notice the regulation only bears
      Given the practice "dcjs-arrest-notice"
      When it is checked as it stood on 2019-05-08
      Then "cfr20-nonconviction-data" is not-applicable because out-of-scope
      And "cfr20-confirming-a-record" is not-applicable because out-of-scope
      And "us/regulation/28-cfr-20#20.21.b" is named as bearing on it
      And "us/regulation/28-cfr-20#20.21.c2" is named as bearing on it
      And the practice is contested

    Scenario Outline: On <day> non-conviction data given for a civil arrest is <status>
      Given the practice "ice-query-home-address"
      And the fact "records.data" is "[nonconviction-data]"
      And it happened on <day>
      When it is checked
      Then "cfr20-nonconviction-data" is <status>

      Examples:
        | day        | status         |
        | 1974-12-31 | not-applicable |
        | 1999-12-31 | violated       |

  Rule: 20.21(c), use as given, and telling whether a record exists

    Scenario: A licensing body that uses a record for something else breaks the regulation
      Given the practice "licensing-body-reuses-record"
      And the judgment "us/regulation/28-cfr-20#other-limb" of the user agency is "no", by "the reviewer", because "for this scenario"
      When it is checked
      Then the practice is violated
      And "cfr20-use-as-given" is violated
      And it cites "28 CFR, 20.21(c), use"
      And it binds "a licensing body"
      And it would be satisfied if "records.beyond-purpose" were otherwise

    Scenario: Used as given, the record keeps the regulation
      Given the practice "licensing-body-reuses-record"
      And the fact "records.beyond-purpose" is "false"
      And the judgment "us/regulation/28-cfr-20#other-limb" of the user agency is "no", by "the reviewer", because "for this scenario"
      When it is checked
      Then "cfr20-use-as-given" is satisfied

    Scenario: A small budget alone does not make the licensing body one that the limit binds
      Given the practice "licensing-body-reuses-record"
      When it is checked
      Then "cfr20-use-as-given" is undetermined
      And violated is still possible
      And it asks about "judgment:us/regulation/28-cfr-20#other-limb@user-agency"

    Scenario: A body that another limb of the definition takes in is a criminal justice agency with any budget
      Given the practice "licensing-body-reuses-record"
      And the judgment "us/regulation/28-cfr-20#other-limb" of the user agency is "yes", by "the reviewer", because "for this scenario"
      When it is checked
      Then "cfr20-use-as-given" is not-applicable because not-bound

    Scenario: Non-conviction data searched for a crime by an office with a small criminal justice budget is not settled
      Given the practice "ice-query-opened-case"
      And the fact "user-agency.criminal-justice-budget" is "less"
      When it is checked
      Then "cfr20-nonconviction-data" is undetermined
      And satisfied is still possible
      And violated is still possible

    @S-3b
    Scenario: Nor does the budget alone say that a recipient may not get the record
      Given the practice "dcjs-civil-print-notice-later"
      And the fact "disclosure.confirms-record" is "true"
      And the fact "recipient.criminal-justice-budget" is "less"
      And the fact "disclosure.criminal-case" is "opened"
      And the fact "disclosure.authorized-by" is "[]"
      And the fact "disclosure.compelled-by" is "[]"
      When it is checked
      Then "cfr20-confirming-a-record" is undetermined

    @S-3b
    Scenario: The limit on telling has no exceptions of its own
      Given the practice "dcjs-civil-print-notice-later"
      And the fact "disclosure.confirms-record" is "true"
      And the fact "disclosure.stated-purpose" is "civil-immigration-enforcement"
      And the fact "disclosure.authorized-by" is not known
      When it is checked
      Then "cfr20-confirming-a-record" is undetermined
      And it asks about "disclosure.authorized-by"
      And satisfied is still possible

    Scenario: Criminal justice agencies are not bound by the purpose that a record was given for
      Given the practice "licensing-body-reuses-record"
      And the fact "user-agency.criminal-justice-budget" is "substantial"
      When it is checked
      Then "cfr20-use-as-given" is not-applicable because not-bound

    Scenario: A search is not yet a use
      Given the practice "licensing-body-reuses-record"
      And the fact "act" is "[record-query]"
      When it is checked
      Then "cfr20-use-as-given" is not-applicable because out-of-scope

    @S-8
    Scenario: Whether ICE's prosecutors used the rap sheet as it was given cannot be said
      Given the practice "rap-sheet-in-immigration-court"
      When it is checked
      Then "cfr20-use-as-given" is undetermined
      And it asks about "records.beyond-purpose"
      And "cfr20-nonconviction-data" is undetermined
      And "cfr20-federal-index" is undetermined

    @S-3a
    Scenario: Whether the notice of 2016 gave away a record is open, and so is the regulation
      Given the practice "dcjs-civil-print-notice-2016"
      When it is checked
      Then "cfr20-confirming-a-record" is undetermined
      And it cites "28 CFR, 20.21(c), confirming a record"
      And it asks about "disclosure.confirms-record"
      And violated is still possible
      And satisfied is still possible

    @S-3b
    Scenario: The same notice under the order of 2017 is as open
      Given the practice "dcjs-civil-print-notice-later"
      When it is checked
      Then "cfr20-confirming-a-record" is undetermined
      And it asks about "disclosure.confirms-record"

    @S-3b
    Scenario: A notice that gives no record away keeps the regulation
      Given the practice "dcjs-civil-print-notice-later"
      And the fact "disclosure.confirms-record" is "false"
      When it is checked
      Then "cfr20-confirming-a-record" is satisfied

    @S-3b
    Scenario Outline: A record told of for <purpose> with <case>, <budget> of the recipient's budget being criminal justice, is <agency> for the agency and <advocate> for the advocates
      Given the practice "dcjs-civil-print-notice-later"
      And the fact "disclosure.confirms-record" is "true"
      And the fact "recipient.criminal-justice-budget" is "<budget>"
      And the judgment "us/regulation/28-cfr-20#other-limb" of the recipient is "no", by "the reviewer", because "for this scenario"
      And the fact "disclosure.stated-purpose" is "<purpose>"
      And the fact "disclosure.criminal-case" is "<case>"
      And the fact "disclosure.authorized-by" is "[]"
      And the fact "disclosure.compelled-by" is "[]"
      When it is checked
      Then "cfr20-confirming-a-record" is <status>
      And the position "agency" finds it <agency>
      And the position "advocate" finds it <advocate>

      Examples:
        | purpose                       | case    | budget      | status    | agency    | advocate  |
        | report-federal-crime          | opened  | substantial | satisfied | satisfied | satisfied |
        | report-federal-crime          | no-case | substantial | contested | satisfied | violated  |
        | criminal-investigation        | no-case | substantial | contested | satisfied | violated  |
        | civil-immigration-enforcement | no-case | substantial | violated  | violated  | violated  |
        | report-federal-crime          | opened  | less        | violated  | violated  | violated  |

    @S-3b
    Scenario: Where the sides differ, they differ on what is disclosed for criminal justice
      Given the practice "dcjs-civil-print-notice-later"
      And the fact "disclosure.confirms-record" is "true"
      And the fact "recipient.criminal-justice-budget" is "substantial"
      And the fact "disclosure.authorized-by" is "[]"
      And the fact "disclosure.compelled-by" is "[]"
      When it is checked
      Then "cfr20-confirming-a-record" is contested
      And it turns on "disclosed-for-criminal-justice"

    @S-3b
    Scenario Outline: A record told of to a body that may not get it is <status> where <what>
      Given the practice "dcjs-civil-print-notice-later"
      And the fact "disclosure.confirms-record" is "true"
      And the fact "recipient.criminal-justice-budget" is "less"
      And the judgment "us/regulation/28-cfr-20#other-limb" of the recipient is "no", by "the reviewer", because "for this scenario"
      And the fact "disclosure.authorized-by" is "[<authorized>]"
      And the fact "disclosure.compelled-by" is "[]"
      When it is checked
      Then "cfr20-confirming-a-record" is <status>

      Examples:
        | what                   | authorized | status    |
        | a statute allows it    | statute    | satisfied |
        | an agreement allows it | agreement  | violated  |
        | nothing allows it      |            | violated  |

    @S-3b
    Scenario: Whether a statute, an order or a rule lets the record be told of has to be found out
      Given the practice "dcjs-civil-print-notice-later"
      And the fact "disclosure.confirms-record" is "true"
      And the fact "recipient.criminal-justice-budget" is "less"
      When it is checked
      Then "cfr20-confirming-a-record" is undetermined
      And violated is still possible
      And satisfied is still possible
      And the reasons say "Does a statute, an order or a rule authorize it? Not settled."

    @S-3b
    Scenario: A city's police is not bound by this limit on the states
      Given the practice "dcjs-civil-print-notice-later"
      And the discloser is the actor "city-police"
      And the fact "disclosure.confirms-record" is "true"
      When it is checked
      Then "cfr20-confirming-a-record" is not-applicable because not-bound

    @S-3b
    Scenario: Records of a civil inquiry are what this limit is encoded for
      Given the practice "dcjs-civil-print-notice-later"
      And the fact "act" is "[disclosure, resource-use]"
      And the fact "disclosure.confirms-record" is "true"
      When it is checked
      Then "cfr20-confirming-a-record" is not-applicable because out-of-scope
      And "us/regulation/28-cfr-20#20.21.c2" is named as bearing on it

  Rule: 20.33, records of the Interstate Identification Index

    Scenario Outline: III records for <purpose>, <budget> of the budget being criminal justice, are <status>
      Given the practice "ice-query-opened-case"
      And the fact "records.data" is "[federal-index-data]"
      And the fact "records.purpose" is "<purpose>"
      And the fact "user-agency.criminal-justice-budget" is "<budget>"
      And the judgment "us/regulation/28-cfr-20#other-limb" of the user agency is "no", by "the reviewer", because "for this scenario"
      When it is checked
      Then "cfr20-federal-index" is <status>
      And it cites "28 CFR, 20.33(a)"
      And "us/regulation/28-cfr-20#20.33.d" is named as bearing on it
      And "us/statute/34-usc-40316#COMPACT" is named as bearing on it

      Examples:
        | purpose           | budget      | status    |
        | crime             | substantial | satisfied |
        | civil-immigration | substantial | violated  |
        | crime             | less        | violated  |

    Scenario Outline: III records go to others where <what>
      Given the practice "ice-query-opened-case"
      And the fact "records.data" is "[federal-index-data]"
      And the fact "user-agency.criminal-justice-budget" is "less"
      And the judgment "us/regulation/28-cfr-20#other-limb" of the user agency is "no", by "the reviewer", because "for this scenario"
      And the fact "disclosure.authorized-by" is "[<authorized>]"
      When it is checked
      Then "cfr20-federal-index" is <status>
      And the exception "authorized-otherwise" <tried>

      Examples:
        | what                 | authorized | status   | tried    |
        | a statute provides   | statute    | excused  | is shown |
        | an agreement is made | agreement  | violated | fails    |

    Scenario: Whether the law gives III records to the office has to be found out
      Given the practice "ice-query-opened-case"
      And the fact "records.data" is "[federal-index-data]"
      And the fact "records.purpose" is "civil-immigration"
      And the fact "disclosure.authorized-by" is not known
      When it is checked
      Then "cfr20-federal-index" is undetermined
      And violated is still possible
      And excused is still possible
      And the exception "authorized-otherwise" is unsettled
      And it asks about "disclosure.authorized-by"

    Scenario: Whoever gives III records out is bound, a city's police too
      Given the practice "ice-query-opened-case"
      And the discloser is the actor "city-police"
      And the fact "records.data" is "[federal-index-data]"
      And the fact "records.purpose" is "civil-immigration"
      When it is checked
      Then "cfr20-federal-index" is violated
      And it binds "a city police department"

    Scenario: Whether the office is a criminal justice agency has to be found out here too
      Given the practice "ice-query-opened-case"
      And the fact "records.data" is "[federal-index-data]"
      And the fact "user-agency.criminal-justice-budget" is not known
      When it is checked
      Then "cfr20-federal-index" is undetermined
      And it asks about "user-agency.criminal-justice-budget"

    Scenario: The state's own records are outside of 20.33
      Given the practice "ice-query-opened-case"
      When it is checked
      Then "cfr20-federal-index" is not-applicable because out-of-scope
      And "us/statute/34-usc-40316#COMPACT" is not named as bearing on it

    Scenario: The compact does not bear on conduct of a day before it can have been law
      Given the practice "ice-query-opened-case"
      And the fact "records.data" is "[federal-index-data]"
      And it happened on 1997-12-31
      When it is checked
      Then "us/statute/34-usc-40316#COMPACT" is not named as bearing on it

    Scenario: An audit gives no III records out
      Given the practice "ice-query-opened-case"
      And the fact "records.data" is "[federal-index-data]"
      And the fact "records.purpose" is "civil-immigration"
      And the fact "act" is "[audit]"
      When it is checked
      Then "cfr20-federal-index" is not-applicable because out-of-scope
