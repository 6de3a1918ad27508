@us-ny/agreement/use-and-dissemination
Feature: Use & Dissemination agreements of DCJS with federal agencies

  Ten federal bodies may search the state's criminal-history records under agreements that nobody here has seen; the
  terms are encoded as the reporting of 2019 describes them. A breach of an agreement is the user agency's own.
  What DCJS discloses under an agreement must pass Executive Order 170 B.2 as well.

  Rule: The purpose term, for a criminal investigation only

    @S-5
    Scenario: A search for an opened, numbered criminal case keeps the agreement and the order
      Given the practice "ice-query-opened-case"
      When it is checked
      Then the practice is satisfied
      And "ud-purpose" is satisfied
      And it cites "DCJS U&D agreements, purpose term (as reported)"
      And it binds "ICE office in Batavia"
      And "ud-log" is satisfied
      And "ud-coordinator" is satisfied
      And "ud-certified" is satisfied
      And "eo170-b2-disclosure" is satisfied

    @S-5
    Scenario: Access is permitted, though the authority to serve a federal office could not be established
      Given the practice "ice-query-opened-case"
      When it is checked
      Then "ud-access" is permitted
      And it is flagged "authority-unverified"
      And it is flagged "source-unverified"

    @S-5
    Scenario Outline: An opened case on re-entry that only ends in <what> divides the sides
      Given the practice "ice-query-opened-case"
      And the fact "records.purpose" is "entry-or-reentry"
      And the fact "records.followed-by" is "[<followed-by>]"
      When it is checked
      Then "ud-purpose" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "criminal-investigation"

      Examples:
        | what                      | followed-by   |
        | a civil removal           | civil-removal |
        | a civil immigration arrest | civil-arrest  |

    @S-5
    Scenario: An opened case on re-entry that is referred for prosecution is a criminal investigation on both readings
      Given the practice "ice-query-opened-case"
      And the fact "records.purpose" is "entry-or-reentry"
      And the fact "records.followed-by" is "[criminal-referral, civil-removal]"
      When it is checked
      Then "ud-purpose" is satisfied

    @S-6
    Scenario: A search with re-entry as the label, followed by a civil removal, divides the sides
      Given the practice "ice-query-reentry-label"
      When it is checked
      Then the practice is contested
      And "ud-purpose" is contested
      And it binds "ICE office in New York City"
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "criminal-investigation"
      And the reasons say "A specific, opened, numbered criminal case meant for prosecution, and not a label for civil removal work."
      And "us/statute/8-usc-1326#a" is named as bearing on it

    @S-6
    Scenario: What DCJS disclosed for the labelled search is contested too, and that is DCJS's own case
      Given the practice "ice-query-reentry-label"
      When it is checked
      Then "eo170-b2-disclosure" is contested
      And it binds "New York State Division of Criminal Justice Services (DCJS)"
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "civil-enforcement-purpose"
      And it asks about "disclosure.outcome"

    @S-7
    Scenario: A search for a home address to make a civil arrest breaks the agreement on both readings
      Given the practice "ice-query-home-address"
      When it is checked
      Then the practice is violated
      And "ud-purpose" is violated
      And it binds "ICE office in New York City"
      And the position "agency" finds it violated
      And the position "advocate" finds it violated
      And it would be satisfied if "records.purpose" were otherwise
      And "ud-access" is not-applicable because overridden

    @S-7
    Scenario: Whether DCJS broke the order by answering that search depends on whose purpose counts
      Given the practice "ice-query-home-address"
      When it is checked
      Then "eo170-b2-disclosure" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "civil-enforcement-purpose"

    @S-7
    Scenario: Once DCJS itself means the disclosure for a civil arrest it breaks the order on both readings but for the agreement
      Given the practice "ice-query-home-address"
      And the fact "disclosure.stated-purpose" is "civil-immigration-enforcement"
      And the fact "disclosure.authorized-by" is "[]"
      When it is checked
      Then "eo170-b2-disclosure" is violated

    @S-8
    Scenario: The rap sheet in immigration court is open while nobody knows where it came from
      Given the practice "rap-sheet-in-immigration-court"
      When it is checked
      Then the practice is undetermined
      And "ud-purpose" is undetermined
      And violated is still possible
      And it asks about "records.source"
      And "us-ny/agreement/use-and-dissemination#ONWARD" is named as bearing on it

    @S-8
    Scenario: If ICE's prosecutors had searched for the rap sheet themselves, the alleged use would break the agreement
      Given the practice "rap-sheet-in-immigration-court"
      And the fact "records.source" is "own-search"
      And the fact "user-agency.use-agreement" is "true"
      When it is checked
      Then "ud-purpose" is undetermined
      And as alleged it would be violated

    @S-8
    Scenario: The hearsay taken as stated, the use in immigration court breaks the agreement
      Given the practice "rap-sheet-in-immigration-court"
      And the fact "records.source" is "own-search"
      And the fact "user-agency.use-agreement" is "true"
      And alleged facts are taken as stated
      When it is checked
      Then "ud-purpose" is violated
      And the position "agency" finds it violated
      And the position "advocate" finds it violated

    @S-8
    Scenario Outline: The purpose term does not reach a rap sheet that came <how>
      Given the practice "rap-sheet-in-immigration-court"
      And the fact "records.source" is "<source>"
      When it is checked
      Then "ud-purpose" is not-applicable because out-of-scope

      Examples:
        | how                           | source       |
        | from the person's own filing  | other-source |
        | from another body             | passed-on    |

    @S-8
    Scenario: Who gave ICE the rap sheet is not known, so that the order may or may not bind that body
      Given the practice "rap-sheet-in-immigration-court"
      When it is checked
      Then "eo170-b2-disclosure" is undetermined
      And violated is still possible

    @S-25
    Scenario: The purpose term still governs the TSA's search, whether or not anything is passed on
      Given the practice "tsa-search-not-passed-on"
      When it is checked
      Then "ud-purpose" is undetermined
      And it asks about "records.purpose"

    @S-25
    Scenario: Whether access is permitted is as open as the purpose that limits it
      Given the practice "tsa-search-not-passed-on"
      When it is checked
      Then "ud-access" is undetermined
      And permitted is still possible
      And no violation is possible

    @T-9
    Scenario Outline: A search for <purpose> with <case> is <agency> for the agency and <advocate> for the advocates
      Given the practice "user-agency-without-log"
      And the fact "query.logged" is "true"
      And the fact "query.log-review" is "validated"
      And the fact "records.purpose" is "<purpose>"
      And the fact "records.criminal-case" is "<case>"
      And the fact "records.followed-by" is "[]"
      When it is checked
      Then "ud-purpose" is <status>
      And the position "agency" finds it <agency>
      And the position "advocate" finds it <advocate>

      Examples:
        | purpose           | case        | status    | agency    | advocate  |
        | crime             | opened      | satisfied | satisfied | satisfied |
        | crime             | reason-only | contested | satisfied | violated  |
        | entry-or-reentry  | opened      | satisfied | satisfied | satisfied |
        | entry-or-reentry  | reason-only | contested | satisfied | violated  |
        | civil-immigration | no-case     | violated  | violated  | violated  |
        | civil-immigration | opened      | violated  | violated  | violated  |
        | other-official    | no-case     | violated  | violated  | violated  |
        | private-purpose   | no-case     | violated  | violated  | violated  |

    Scenario: A body that signed no agreement is not bound by its terms
      Given the practice "user-agency-without-log"
      And the user agency is the actor "county-sheriff"
      When it is checked
      Then "ud-purpose" is not-applicable because not-bound
      And "ud-log" is not-applicable because not-bound
      And "ud-access" is not-applicable because not-bound

    Scenario Outline: A search on <day>, while it is not known on which day the agreement was signed, is <status>
      Given the practice "user-agency-without-log"
      And it happened on <day>
      When it is checked
      Then "ud-log" is <status>

      Examples:
        | day        | status         |
        | 2005-12-31 | not-applicable |
        | 2006-01-01 | undetermined   |
        | 2011-12-30 | undetermined   |
        | 2011-12-31 | violated       |

  Rule: The log, the coordinator's review and certification

    @S-11
    Scenario: A search that is not in the log breaks the log term
      Given the practice "user-agency-without-log"
      When it is checked
      Then the practice is violated
      And "ud-log" is violated
      And it cites "DCJS U&D agreements, log term (as reported)"
      And it is flagged "source-unverified"
      And it would be satisfied if "query.logged" were otherwise
      And "ud-purpose" is satisfied

    @S-11
    Scenario: A search that the coordinator never reviews breaks the coordinator term
      Given the practice "user-agency-without-review"
      When it is checked
      Then the practice is violated
      And "ud-coordinator" is violated
      And it cites "DCJS U&D agreements, coordinator term (as reported)"
      And "ud-log" is satisfied
      And "ud-certified" is satisfied

    @S-11
    Scenario: A search by somebody who is not certified breaks the certification term
      Given the practice "user-agency-uncertified-user"
      When it is checked
      Then the practice is violated
      And "ud-certified" is violated
      And it cites "DCJS U&D agreements, certification term (as reported)"
      And it would be satisfied if "query.user-certified" were otherwise
      And "ud-coordinator" is satisfied

    @S-11
    Scenario Outline: Whether <what> has to be found out
      Given the practice "<practice>"
      And the fact "<fact>" is not known
      When it is checked
      Then "<rule>" is undetermined
      And it asks about "<fact>"

      Examples:
        | what                        | practice                     | fact                 | rule           |
        | the search was logged       | user-agency-without-log      | query.logged         | ud-log         |
        | the search was reviewed     | user-agency-without-review   | query.log-review     | ud-coordinator |
        | the searcher was certified  | user-agency-uncertified-user | query.user-certified | ud-certified   |

    @T-13
    Scenario Outline: A validated search for <purpose> is <agency> for the agency and <advocate> for the advocates
      Given the practice "user-agency-without-review"
      And the fact "query.log-review" is "validated"
      And the fact "records.purpose" is "<purpose>"
      And the fact "records.criminal-case" is "<case>"
      When it is checked
      Then "ud-coordinator" is <status>
      And the position "agency" finds it <agency>
      And the position "advocate" finds it <advocate>

      Examples:
        | purpose           | case    | status    | agency    | advocate  |
        | crime             | opened  | satisfied | satisfied | satisfied |
        | entry-or-reentry  | no-case | contested | satisfied | violated  |
        | civil-immigration | no-case | contested | satisfied | violated  |
        | other-official    | no-case | contested | satisfied | violated  |
        | private-purpose   | no-case | violated  | violated  | violated  |

    @T-13
    Scenario: What a validated search for civil immigration work turns on is the meaning of "official purposes"
      Given the practice "user-agency-without-review"
      And the fact "query.log-review" is "validated"
      And the fact "records.purpose" is "civil-immigration"
      And the fact "records.criminal-case" is "no-case"
      When it is checked
      Then "ud-coordinator" is contested
      And it turns on "official-purpose"

    @T-13
    Scenario: A coordinator who reviews a search and does not validate it has done the review's work
      Given the practice "user-agency-without-review"
      And the fact "query.log-review" is "questioned"
      And the fact "records.purpose" is "private-purpose"
      And the fact "records.criminal-case" is "no-case"
      When it is checked
      Then "ud-coordinator" is satisfied
      And "ud-purpose" is violated

    @S-10
    Scenario: A notice that the state sends unasked is no search and never meets the terms about searches
      Given the practice "dcjs-arrest-notice"
      When it is checked as it stood on 2019-05-08
      Then "ud-purpose" is not-applicable because out-of-scope
      And "ud-log" is not-applicable because out-of-scope
      And "ud-coordinator" is not-applicable because out-of-scope
