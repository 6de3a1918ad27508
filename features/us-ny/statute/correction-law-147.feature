@us-ny/statute/correction-law-147
Feature: Correction Law 147, alien inmates of state prisons

  The state's prison service must investigate the history of inmates who are aliens and send what it finds to the
  immigration authorities. It is the clearest disclosure that the law requires, in the sense of Executive Order 170 B.2.

  Scenario: What the law requires the prison service to send, the order of 2017 excuses
    Given the practice "doccs-tells-ice-of-alien-inmate"
    When it is checked
    Then the practice is excused
    And "cor147-alien-inmates" is satisfied
    And it cites "Correction Law, 147"
    And it binds "New York State Department of Corrections and Community Supervision (DOCCS)"
    And it is flagged "source-unverified"
    And "eo170-b2-disclosure" is excused
    And the exception "required-by-law" is shown
    And the position "agency" finds it excused
    And the position "advocate" finds it excused
    And it rests on "Correction Law section 147"
    And no violation is possible

  Scenario: Without a law that requires it, the same disclosure breaks the order
    Given the practice "doccs-tells-ice-of-alien-inmate"
    And the fact "disclosure.compelled-by" is "[]"
    When it is checked
    Then "eo170-b2-disclosure" is violated
    And "cor147-alien-inmates" is satisfied

  Scenario Outline: Where the history was <what> only, the law is broken
    Given the practice "doccs-tells-ice-of-alien-inmate"
    And the fact "inmate.history" is "[<what>]"
    When it is checked
    Then "cor147-alien-inmates" is violated
    And it would be satisfied if "inmate.history" were otherwise

    Examples:
      | what         |
      | investigated |
      | transmitted  |

  Scenario: Whether the history was sent has to be found out
    Given the practice "doccs-tells-ice-of-alien-inmate"
    And the fact "inmate.history" is not known
    When it is checked
    Then "cor147-alien-inmates" is undetermined
    And it asks about "inmate.history"

  Scenario: The law is about aliens only
    Given the practice "doccs-tells-ice-of-alien-inmate"
    And the fact "inmate.alien" is "false"
    And the fact "inmate.history" is "[]"
    When it is checked
    Then "cor147-alien-inmates" is not-applicable because out-of-scope

  Scenario: The law is about people in custody
    Given the practice "doccs-tells-ice-of-alien-inmate"
    And the fact "act" is "[disclosure]"
    When it is checked
    Then "cor147-alien-inmates" is not-applicable because out-of-scope

  Scenario Outline: The law does not bind <who>
    Given the practice "doccs-tells-ice-of-alien-inmate"
    And the custodian is the actor "<actor>"
    And the fact "inmate.history" is "[]"
    When it is checked
    Then "cor147-alien-inmates" is not-applicable because not-bound

    Examples:
      | who              | actor                |
      | a county sheriff | county-sheriff       |
      | the State Police | state-police         |
      | ICE              | ice-removal-officers |

  Scenario: Nobody but the state runs state prisons, whatever is said of a county
    Given the practice "doccs-tells-ice-of-alien-inmate"
    And the custodian is the actor "county-sheriff"
    And the fact "custodian.runs-state-prisons" is "true"
    And the fact "inmate.history" is "[]"
    When it is checked
    Then "cor147-alien-inmates" is not-applicable because not-bound

  @S-13
  Scenario: A sheriff who holds a person on a detainer has no duty under this law
    Given the practice "sheriff-holds-on-detainer"
    When it is checked as it stood on 2019-05-08
    Then "cor147-alien-inmates" is not-applicable because not-bound

  Scenario Outline: On <day> the duty is <status>
    Given the practice "doccs-tells-ice-of-alien-inmate"
    And the fact "inmate.history" is "[]"
    And it happened on <day>
    When it is checked
    Then "cor147-alien-inmates" is <status>

    Examples:
      | day        | status         |
      | 1969-12-31 | not-applicable |
      | 1970-01-01 | undetermined   |
      | 2005-12-30 | undetermined   |
      | 2005-12-31 | violated       |
