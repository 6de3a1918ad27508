@us/directive/n-dex @us-ny/agreement/ny-dex
Feature: N-DEx and NY-DEX, the exchange of police reports

  Participants may search the FBI's exchange for a criminal justice purpose, with a use code. New York agencies
  contribute to it of their own free will, and the state sends their reports on only if they have authorized that.

  Scenario: A search for a civil removal breaks the policy
    Given the practice "ndex-search-for-civil-removal"
    When it is checked
    Then the practice is violated
    And "ndex-search" is violated
    And it cites "N-DEx policy, purpose and use codes"
    And it binds "the part of ICE that arrests and removes people"
    And it is flagged "source-unverified"
    And "nydex-forwarding" is not-applicable because out-of-scope

  Scenario Outline: A search for <purpose>, a use code given: <code>, is <status>
    Given the practice "ndex-search-for-civil-removal"
    And the fact "ndex.purpose" is "<purpose>"
    And the fact "ndex.use-code" is "<code>"
    When it is checked
    Then "ndex-search" is <status>

    Examples:
      | purpose          | code  | status    |
      | criminal-justice | true  | satisfied |
      | criminal-justice | false | violated  |
      | other-purpose    | true  | violated  |

  Scenario: Whether the purpose was right has to be found out
    Given the practice "ndex-search-for-civil-removal"
    And the fact "ndex.purpose" is not known
    When it is checked
    Then "ndex-search" is undetermined
    And it asks about "ndex.purpose"

  Scenario: Whether a use code was given has to be found out
    Given the practice "ndex-search-for-civil-removal"
    And the fact "ndex.purpose" is "criminal-justice"
    And the fact "ndex.use-code" is not known
    When it is checked
    Then "ndex-search" is undetermined
    And it asks about "ndex.use-code"

  Scenario: A search of the state's own records is no search of N-DEx
    Given the practice "ndex-search-for-civil-removal"
    And the fact "act" is "[record-query]"
    When it is checked
    Then "ndex-search" is not-applicable because out-of-scope

  Scenario: Reports sent on without the authority of the agency that made them break the memorandum
    Given the practice "reports-forwarded-without-authority"
    When it is checked
    Then the practice is violated
    And "nydex-forwarding" is violated
    And it cites "NY-DEX memorandum, forwarding to N-DEx"
    And it binds "New York State Division of Criminal Justice Services (DCJS)"
    And it would be satisfied if "ndex.contribution-authorized" were otherwise
    And "ndex-search" is not-applicable because out-of-scope

  Scenario: Reports sent on with that authority keep the memorandum
    Given the practice "reports-forwarded-without-authority"
    And the fact "ndex.contribution-authorized" is "true"
    When it is checked
    Then "nydex-forwarding" is satisfied

  Scenario: Whether the agency has authorized it has to be found out
    Given the practice "reports-forwarded-without-authority"
    And the fact "ndex.contribution-authorized" is not known
    When it is checked
    Then "nydex-forwarding" is undetermined
    And it asks about "ndex.contribution-authorized"

  Scenario: A police department that sends its own reports is not bound by the memorandum's limit on forwarding
    Given the practice "reports-forwarded-without-authority"
    And the discloser is the actor "city-police"
    When it is checked
    Then "nydex-forwarding" is not-applicable because not-bound

  Scenario: A disclosure that is not to N-DEx is outside of the memorandum
    Given the practice "reports-forwarded-without-authority"
    And the fact "act" is "[disclosure]"
    When it is checked
    Then "nydex-forwarding" is not-applicable because out-of-scope

  Scenario: The FBI is no immigration authority, so that the order does not reach this route to ICE
    Given the practice "reports-forwarded-without-authority"
    When it is checked
    Then "eo170-b2-disclosure" is not-applicable because out-of-scope

  Scenario Outline: On <day> a search for a civil removal is <search>
    Given the practice "ndex-search-for-civil-removal"
    And it happened on <day>
    When it is checked
    Then "ndex-search" is <search>

    Examples:
      | day        | search         |
      | 2004-12-31 | not-applicable |
      | 2005-01-01 | undetermined   |
      | 2012-12-30 | undetermined   |
      | 2012-12-31 | violated       |

  Scenario Outline: On <day> forwarding without authority is <status>
    Given the practice "reports-forwarded-without-authority"
    And it happened on <day>
    When it is checked
    Then "nydex-forwarding" is <status>

    Examples:
      | day        | status         |
      | 2004-12-31 | not-applicable |
      | 2005-01-01 | undetermined   |
      | 2018-12-30 | undetermined   |
      | 2018-12-31 | violated       |
