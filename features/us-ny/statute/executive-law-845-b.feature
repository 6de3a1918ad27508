@us-ny/statute/executive-law-845-b
Feature: Executive Law 845-b, background checks of people who work with people in care

  What comes of the check is confidential and for that check only. The section's exceptions have not been read here.

  Scenario: A check told to ICE may break the section, whose exceptions nobody has read
    Given the practice "care-worker-check-told-to-ice"
    When it is checked
    Then the practice is undetermined
    And "exec845b-limited-use" is undetermined
    And the exception "exception-not-seen" is not encoded
    And it cites "Exec Law 845-b, confidentiality and limited use"
    And it binds "a provider of care"
    And violated is still possible
    And it is flagged "source-unverified"

  Scenario: Used for the check itself it keeps the section
    Given the practice "care-worker-check-told-to-ice"
    And the fact "civil-inquiry.use" is "that-inquiry"
    When it is checked
    Then "exec845b-limited-use" is satisfied

  Scenario: What it was given for has to be found out
    Given the practice "care-worker-check-told-to-ice"
    And the fact "civil-inquiry.use" is not known
    When it is checked
    Then "exec845b-limited-use" is undetermined
    And satisfied is still possible

  Scenario: Prints for another kind of matter are outside of the section
    Given the practice "care-worker-check-told-to-ice"
    And the fact "civil-inquiry.kind" is "[adoption]"
    When it is checked
    Then "exec845b-limited-use" is not-applicable because out-of-scope

  Scenario: A disclosure that is not out of a civil inquiry is outside of the section
    Given the practice "care-worker-check-told-to-ice"
    And the fact "act" is "[disclosure]"
    When it is checked
    Then "exec845b-limited-use" is not-applicable because out-of-scope

  Scenario: DCJS is bound as the provider is
    Given the practice "care-worker-check-told-to-ice"
    And the discloser is the actor "dcjs"
    When it is checked
    Then "exec845b-limited-use" is undetermined
    And violated is still possible

  @S-3a @S-3b
  Scenario Outline: The prints for a family matter are no check of a care worker (<practice>)
    Given the practice "<practice>"
    When it is checked
    Then "exec845b-limited-use" is not-applicable because out-of-scope

    Examples:
      | practice                      |
      | dcjs-civil-print-notice-2016  |
      | dcjs-civil-print-notice-later |

  Scenario Outline: On <day> the section on a lawful use is <status>
    Given the practice "care-worker-check-told-to-ice"
    And the fact "civil-inquiry.use" is "that-inquiry"
    And it happened on <day>
    When it is checked
    Then "exec845b-limited-use" is <status>

    Examples:
      | day        | status         |
      | 1999-12-31 | not-applicable |
      | 2000-01-01 | undetermined   |
      | 2010-12-30 | undetermined   |
      | 2010-12-31 | satisfied      |
