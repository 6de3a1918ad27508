@us-ny/statute/s9005-c-2026
Feature: The package of 2026, its other parts and the lawsuits about it

  Parts of the package are known from reports only, and the sources on the lawsuits conflict. Nothing of it is a rule;
  it is shown where it bears on a practice.

  @X.LITIGATION
  Scenario Outline: The lawsuits bear on <what>
    Given the practice "<practice>"
    When it is checked
    Then "us-ny/statute/s9005-c-2026#litigation" is named as bearing on it

    Examples:
      | what                          | practice                      |
      | an agreement kept in 2026     | sheriff-keeps-287g-agreement  |
      | a hold under one              | sheriff-holds-under-287g-2026 |

  @X.LITIGATION
  Scenario: They do not bear on a notice about fingerprints
    Given the practice "dcjs-arrest-notice"
    When it is checked
    Then "us-ny/statute/s9005-c-2026#litigation" is not named as bearing on it

  @X.LITIGATION
  Scenario Outline: They bear on an agreement of <day>: <named>
    Given the practice "sheriff-keeps-287g-agreement"
    And it happened on <day>
    When it is checked
    Then "us-ny/statute/s9005-c-2026#litigation" is <named> as bearing on it

    Examples:
      | day        | named     |
      | 2026-08-02 | not named |
      | 2026-08-03 | named     |

  @X.PKG
  Scenario Outline: On <day> the action for damages is <damages> on an arrest by ICE in a lobby, and the other parts are <other>
    Given the practice "ice-arrest-in-dmv-lobby"
    And it happened on <day>
    When it is checked
    Then "us-ny/statute/s9005-c-2026#damages" is <damages> as bearing on it
    And "us-ny/statute/s9005-c-2026#other-parts" is <other> as bearing on it

    Examples:
      | day        | damages   | other     |
      | 2024-12-31 | not named | not named |
      | 2025-01-01 | named     | not named |
      | 2026-05-26 | named     | not named |
      | 2026-05-27 | named     | named     |
