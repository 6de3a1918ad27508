@town/ordinance/1 @town/ordinance/2
Feature: Two ordinances of a made-up town, for the steps that the shipped law has no use for

  Background:
    Given the law library "town"

  @S-1
  Scenario: Two rules that command the opposite are in conflict
    Given the practice "clerk-gives-address"
    When it is checked
    Then the practice is conflict
    And "town1-address" is conflict
    And it conflicts with "town2-request"
    And it cites "Ordinance 1, 1"
    And it rests on "Minutes of the town board"
    And "town2-request" is conflict
    And it conflicts with "town1-address"

  Scenario: A period before, between and after the two ordinances
    Given the practice "clerk-gives-address"
    When it is checked
    Then over time "town1-address" is:
      | from       | status         |
      | 2018-12-01 | not-applicable |
      | 2019-01-01 | violated       |
      | 2019-07-01 | conflict       |

  Scenario: On a day between the two ordinances the first is broken, and an exception is not encoded
    Given the practice "clerk-gives-address"
    When it is checked as it stood on 2019-06-30
    Then "town1-address" is violated
    And the exception "charter" is not encoded
    And it is not flagged "draft-encoding"
    And it does not ask about "disclosure.content"
    And it asks nothing

  Scenario: A claim that is contradicted, and one that is not
    Given the practice "clerk-gives-address"
    When it is checked
    Then a claim about "disclosure.trigger" is contradicted
    And the practice is flagged "claim-contradicted"

  Scenario: Facts in a table, with their standing
    Given these facts:
      | fact                | value        | standing |
      | act                 | [disclosure] |          |
      | disclosure.content  | [address]    | alleged  |
    And it happened on 2019-02-01
    When it is checked
    Then "town1-address" is undetermined
    And as alleged it would be violated
    And violated is still possible
    And it asks about "disclosure.content"

  Scenario: A practice under the law of a day before there was any
    Given the practice "clerk-gives-address"
    And the law as of 2016-01-01
    When it is checked
    Then the practice is not-applicable
    And "town1-address" is not-applicable because not-in-force
