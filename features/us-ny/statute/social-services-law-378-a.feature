@us-ny/statute/social-services-law-378-a
Feature: Social Services Law 378-a, fingerprint checks before foster care

  The fingerprints of people who apply to be foster parents are checked through DCJS. Nothing in the law is known to
  authorize a notice to ICE on the side.

  Scenario: A decision without a check breaks the law
    Given the practice "adoption-decided-without-check"
    And the fact "civil-inquiry.kind" is "[foster-care]"
    When it is checked
    Then the practice is violated
    And "ssl378a-check" is violated
    And it cites "Social Services Law, 378-a(2)"
    And it is flagged "source-unverified"

  Scenario: A decision after a check keeps it
    Given the practice "adoption-decided-without-check"
    And the fact "civil-inquiry.kind" is "[foster-care]"
    And the fact "applicant.checked" is "true"
    When it is checked
    Then "ssl378a-check" is satisfied

  Scenario: Whether there was a check has to be found out
    Given the practice "adoption-decided-without-check"
    And the fact "civil-inquiry.kind" is "[foster-care]"
    And the fact "applicant.checked" is not known
    When it is checked
    Then "ssl378a-check" is undetermined
    And it asks about "applicant.checked"

  Scenario Outline: An application about <kind> is another matter
    Given the practice "adoption-decided-without-check"
    And the fact "civil-inquiry.kind" is "[<kind>]"
    When it is checked
    Then "ssl378a-check" is not-applicable because out-of-scope

    Examples:
      | kind         |
      | adoption |
      | guardianship |
      | custody      |

  Scenario: An agency that decides is bound as a court is
    Given the practice "adoption-decided-without-check"
    And the fact "civil-inquiry.kind" is "[foster-care]"
    And the deciding body is the actor "state-agency"
    When it is checked
    Then "ssl378a-check" is violated

  Scenario: Telling somebody about the prints is no decision on the application
    Given the practice "adoption-decided-without-check"
    And the fact "civil-inquiry.kind" is "[foster-care]"
    And the fact "act" is "[disclosure]"
    When it is checked
    Then "ssl378a-check" is not-applicable because out-of-scope

  @S-3b
  Scenario: The results clause bears on a notice out of a family matter, and decides nothing
    Given the practice "dcjs-civil-print-notice-later"
    When it is checked
    Then "ssl378a-check" is not-applicable because out-of-scope
    And "us-ny/statute/social-services-law-378-a#378-a(2).results" is named as bearing on it
    And "us-ny/statute/domestic-relations-law-115-d#counterparts" is named as bearing on it

  @S-1
  Scenario: The results clause does not bear on an arrest notice
    Given the practice "dcjs-arrest-notice"
    When it is checked
    Then "us-ny/statute/social-services-law-378-a#378-a(2).results" is not named as bearing on it

  Scenario Outline: On <day> the duty is <status>
    Given the practice "adoption-decided-without-check"
    And the fact "civil-inquiry.kind" is "[foster-care]"
    And it happened on <day>
    When it is checked
    Then "ssl378a-check" is <status>

    Examples:
      | day        | status         |
      | 1969-12-31 | not-applicable |
      | 1970-01-01 | undetermined   |
      | 2015-12-30 | undetermined   |
      | 2015-12-31 | violated       |
