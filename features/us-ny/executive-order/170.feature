Feature: Executive Order 170

  Scenario: The automatic arrest notice
    Given the practice "dcjs-arrest-notice"
    When it is checked
    Then "eo170-b2-disclosure" is contested
    And the position "agency" finds it satisfied
    And it turns on "civil-enforcement-purpose"
    And it cites "EO 170 (2017), B.2, first sentence"
    And it asks about "disclosure.outcome"
