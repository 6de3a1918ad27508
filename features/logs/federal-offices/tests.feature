@us-ny/audit/example-log-tests
Feature: An example of an auditor's own tests of a query log, which are no law

  The tests stand apart from the law and count only where their folder is added to it. None of their numbers is in any text
  that was seen.

  Rule: The tests stand beside the agreement's terms

    Scenario: A test that the log cannot show is open on a search that keeps the agreement
      Given the law library "tests"
      And the practice "user-agency-without-review"
      And the fact "query.log-review" is "validated"
      When it is checked
      Then the practice is undetermined
      And "ud-purpose" is satisfied
      And "ud-coordinator" is satisfied
      And "log-test-reason" is undetermined
      And "log-test-audit" is undetermined

    Scenario: A failed test breaks no term of the agreement
      Given the law library "tests"
      And the practice "user-agency-without-review"
      And the fact "query.log-review" is "validated"
      And the fact "query.reason-given" is "false"
      When it is checked
      Then "log-test-reason" is violated
      And it cites "Example log tests, test 1, reasons"
      And it binds "a federal user agency (made up for controls)"
      And it is flagged "draft-encoding"
      And "ud-purpose" is satisfied
      And "ud-log" is satisfied
      And "ud-coordinator" is satisfied
      And "ud-certified" is satisfied

    Scenario: A test that fails takes away nothing that the agreement permits
      Given the law library "tests"
      And the practice "ice-query-opened-case"
      And the fact "query.searches-of-subject" is "6"
      When it is checked
      Then "log-test-repeated-searches" is violated
      And "ud-access" is permitted

  Rule: What each test asks of a search

    Background:
      Given the law library "tests"
      And the practice "user-agency-without-review"

    Scenario Outline: A yes or no that the log shows: <fact> is <value>, <status>
      Given the fact "<fact>" is "<value>"
      When it is checked
      Then "<test>" is <status>

      Examples:
        | test            | fact                                  | value | status    |
        | log-test-reason | query.reason-given                    | true  | satisfied |
        | log-test-reason | query.reason-given                    | false | violated  |
        | log-test-review | query.reviewed-by-another-in-30-days  | true  | satisfied |
        | log-test-review | query.reviewed-by-another-in-30-days  | false | violated  |
        | log-test-audit  | query.agency-audited-within-three-years | true  | satisfied |
        | log-test-audit  | query.agency-audited-within-three-years | false | violated  |

    Scenario Outline: A number that the log shows: <number> for <fact>, <status>
      Given the fact "<fact>" is "<number>"
      When it is checked
      Then "<test>" is <status>

      Examples:
        | test                       | fact                       | number | status    |
        | log-test-repeated-searches | query.searches-of-subject  | 1      | satisfied |
        | log-test-repeated-searches | query.searches-of-subject  | 5      | satisfied |
        | log-test-repeated-searches | query.searches-of-subject  | 6      | violated  |
        | log-test-after-hours       | query.after-hours-searches | 0      | satisfied |
        | log-test-after-hours       | query.after-hours-searches | 10     | satisfied |
        | log-test-after-hours       | query.after-hours-searches | 11     | violated  |

    Scenario Outline: What the log does not show is asked about: <fact>
      When it is checked
      Then "<test>" is undetermined
      And violated is still possible
      And it asks about "<fact>"

      Examples:
        | test                         | fact                                  |
        | log-test-reason              | query.reason-given                    |
        | log-test-open-case           | query.case-number-given               |
        | log-test-repeated-searches   | query.searches-of-subject             |
        | log-test-after-hours         | query.after-hours-searches            |
        | log-test-review              | query.reviewed-by-another-in-30-days  |
        | log-test-dissemination-entry | query.passed-on                       |
        | log-test-audit               | query.agency-audited-within-three-years |

    Scenario Outline: Of a case number that is given, open (<open>), the case test is <status>
      Given the fact "query.case-number-given" is "true"
      And the fact "query.case-open" is "<open>"
      When it is checked
      Then "log-test-open-case" is <status>

      Examples:
        | open    | status       |
        | true    | satisfied    |
        | false   | violated     |
        | unknown | undetermined |

    Scenario: A search without a case number is outside of the case test
      Given the fact "query.case-number-given" is "false"
      When it is checked
      Then "log-test-open-case" is not-applicable because out-of-scope

    Scenario Outline: Of what is passed on, with an entry (<entry>), the test is <status>
      Given the fact "query.passed-on" is "true"
      And the fact "query.dissemination-logged" is "<entry>"
      When it is checked
      Then "log-test-dissemination-entry" is <status>

      Examples:
        | entry   | status       |
        | true    | satisfied    |
        | false   | violated     |
        | unknown | undetermined |

    Scenario: What is not passed on needs no entry
      Given the fact "query.passed-on" is "false"
      And the fact "query.dissemination-logged" is "false"
      When it is checked
      Then "log-test-dissemination-entry" is not-applicable because out-of-scope

    Scenario Outline: An entry that names a search (<named>) that is in the log (<logged>) is <status>
      Given the fact "act" is "[record-use]"
      And the fact "dissemination.search-given" is "<named>"
      And the fact "dissemination.query-logged" is "<logged>"
      When it is checked
      Then "log-test-dissemination-search" is <status>

      Examples:
        | named   | logged  | status       |
        | true    | true    | satisfied    |
        | true    | false   | violated     |
        | true    | unknown | undetermined |
        | false   | unknown | violated     |
        | unknown | true    | undetermined |
        | unknown | unknown | undetermined |

    Scenario Outline: <test> is not about a use of the records after the search
      Given the fact "act" is "[record-use]"
      And the fact "query.case-number-given" is "true"
      And the fact "query.passed-on" is "true"
      When it is checked
      Then "<test>" is not-applicable because out-of-scope

      Examples:
        | test                         |
        | log-test-reason              |
        | log-test-open-case           |
        | log-test-repeated-searches   |
        | log-test-after-hours         |
        | log-test-review              |
        | log-test-dissemination-entry |
        | log-test-audit               |

    Scenario: A search is no entry in the log of disseminations
      When it is checked
      Then "log-test-dissemination-search" is not-applicable because out-of-scope

    Scenario Outline: <test> is not put to a body that has no agreement
      Given the user agency is the actor "county-sheriff"
      And the fact "act" is "[record-query, record-use]"
      When it is checked
      Then "<test>" is not-applicable because not-bound

      Examples:
        | test                          |
        | log-test-reason               |
        | log-test-open-case            |
        | log-test-repeated-searches    |
        | log-test-after-hours          |
        | log-test-review               |
        | log-test-dissemination-entry  |
        | log-test-dissemination-search |
        | log-test-audit                |

    Scenario: Nor is the test of audits put to a body that has no agreement
      Given the law library "tests"
      And it happened on 2018-05-08
      And the user agency is the actor "county-sheriff"
      And the fact "act" is "[audit]"
      When it is checked
      Then "log-test-access-audited" is not-applicable because not-bound

  Rule: An agency with access is audited

    Scenario Outline: Audited: <audited>, which is <status>
      Given the law library "tests"
      And it happened on 2018-05-08
      And the user agency is the actor "ice-batavia"
      And the fact "act" is "[audit]"
      And the fact "audit.user-audited" is "<audited>"
      When it is checked
      Then "log-test-access-audited" is <status>

      Examples:
        | audited | status       |
        | true    | satisfied    |
        | false   | violated     |
        | unknown | undetermined |

    Scenario: A search is no matter of that test
      Given the law library "tests"
      And it happened on 2018-05-08
      And the user agency is the actor "ice-batavia"
      And the fact "act" is "[record-query]"
      And the fact "audit.user-audited" is "false"
      When it is checked
      Then "log-test-access-audited" is not-applicable because out-of-scope

  Rule: A search on re-entry without a case number, where the tests leave the agreement's open term as it is

    Scenario Outline: Searched for re-entry, with <case>, it is <agency> for the agency and <advocate> for the advocates
      Given the law library "tests"
      And the practice "ice-query-reentry-label"
      And the fact "records.criminal-case" is "<case>"
      And the fact "query.case-number-given" is "false"
      And the fact "query.reason-given" is "true"
      When it is checked
      Then "log-test-reason" is satisfied
      And "log-test-open-case" is not-applicable because out-of-scope
      And "ud-purpose" is contested
      And the position "agency" finds it satisfied
      And the position "advocate" finds it violated
      And it turns on "criminal-investigation"

      Examples:
        | case        |
        | reason-only |
        | no-case     |
