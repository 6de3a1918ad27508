@us-ny/case/us-v-new-york
Feature: United States v. New York (N.D.N.Y. 2025), the challenge to the Protect Our Courts Act

  The federal challenge was dismissed, as reported, on 17 November 2025. The ruling is on record beside civil arrests by
  federal officers from that day on.

  Scenario Outline: For an arrest on <day> the ruling is <shown>
    Given the practice "ice-arrest-on-the-way-to-court"
    And it happened on <day>
    When it is checked
    Then "poca28-1-civil-arrest" is violated
    And "us-ny/case/us-v-new-york#dismissal" is <shown> as bearing on it

    Examples:
      | day        | shown     |
      | 2025-11-16 | not named |
      | 2025-11-17 | named     |

  Scenario: The ruling is not shown beside an arrest by local officers
    Given the practice "ice-arrest-on-the-way-to-court"
    And the arresting authority is the actor "city-police"
    And it happened on 2025-12-01
    When it is checked
    Then "us-ny/case/us-v-new-york#dismissal" is not named as bearing on it

  Scenario: The ruling is not shown beside an arrest for a crime
    Given the practice "ice-arrest-on-the-way-to-court"
    And the fact "act" is "[criminal-arrest]"
    And it happened on 2025-12-01
    When it is checked
    Then "us-ny/case/us-v-new-york#dismissal" is not named as bearing on it
