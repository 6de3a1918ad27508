@us-ny/bill/2025-s316
Feature: Dignity Not Detention Act (S316 of 2025, a bill), agreements to detain

  The bill would keep state and local bodies out of agreements to hold people for immigration authorities. It says
  nothing about the sharing of information.

  Rule: New agreements and payment

    @DND
    Scenario: A jail that is paid for holding people would break the bill from its first day
      Given the practice "county-keeps-detention-agreement"
      And the bill "us-ny/bill/2025-s316" is law
      When it is checked
      Then over time "s316-900-agreement" is:
        | from       | status         |
        | 2026-06-01 | not-applicable |
        | 2027-01-01 | violated       |
      And "s316-900-agreement" is violated
      And it cites "S316 (2025), Correction Law § 900, as it would be added (new agreements)"
      And it is flagged "source-unverified"

    Scenario Outline: An agreement to detain that is <step>, with payment <paid>, is <status>
      Given the practice "county-keeps-detention-agreement"
      And the fact "agreement.step" is "[<step>]"
      And the fact "agreement.payment-taken" is "<paid>"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-s316" is law
      When it is checked
      Then "s316-900-agreement" is <status>

      Examples:
        | step     | paid  | status    |
        | entered  | false | violated  |
        | renewed  | false | violated  |
        | modified | false | satisfied |
        | kept     | false | satisfied |
        | kept     | true  | violated  |
        | ended    | false | satisfied |

    Scenario Outline: An agreement <about> is none to detain
      Given the practice "county-keeps-detention-agreement"
      And the fact "agreement.kind" is "<kind>"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/2025-s316" is law
      When it is checked
      Then "s316-900-agreement" is satisfied
      And "s316-900-ending" is not-applicable

      Examples:
        | about               | kind             |
        | under 8 USC 1357(g) | delegation       |
        | about crimes        | criminal-matters |
        | of another kind     | other-agreement  |

    Scenario Outline: The bill would be <status> for <body>
      Given the practice "county-keeps-detention-agreement"
      And the agreeing body is the actor "<body>"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/2025-s316" is law
      When it is checked
      Then "s316-900-agreement" is <status>
      And "s316-900-ending" is <status>

      Examples:
        | body                 | status         |
        | county-sheriff       | violated       |
        | city-office          | violated       |
        | doccs                | violated       |
        | unified-court-system | violated       |
        | port-authority-ny-nj | not-applicable |
        | ice                  | not-applicable |

    Scenario: What is no agreement is outside of the bill
      Given the practice "sheriff-holds-on-detainer"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/2025-s316" is law
      When it is checked
      Then "s316-900-agreement" is not-applicable because out-of-scope
      And "s316-900-ending" is not-applicable because out-of-scope

  Rule: Agreements that exist

    @DND
    Scenario: An agreement that exists would have to be ended within 90 days
      Given the practice "county-keeps-detention-agreement"
      And the bill "us-ny/bill/2025-s316" is law
      When it is checked
      Then over time "s316-900-ending" is:
        | from       | status         |
        | 2026-06-01 | not-applicable |
        | 2027-04-01 | violated       |

    Scenario: An agreement that has been ended keeps the bill
      Given the practice "county-keeps-detention-agreement"
      And the fact "agreement.step" is "[ended]"
      And the fact "agreement.payment-taken" is "false"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/2025-s316" is law
      When it is checked
      Then "s316-900-ending" is satisfied
      And "s316-900-agreement" is satisfied

    Scenario Outline: Signed later, the bill would count later; on <day> the payment is <status>
      Given the practice "county-keeps-detention-agreement"
      And the law as of <day>
      And the bill "us-ny/bill/2025-s316" is law, signed on 2027-03-01
      When it is checked
      Then "s316-900-agreement" is <status>

      Examples:
        | day        | status         |
        | 2027-02-28 | not-applicable |
        | 2027-03-01 | violated       |

  Rule: What it leaves

    @DND @S-1
    Scenario Outline: The notices of DCJS to ICE stay as they are (<practice>)
      Given the practice "<practice>"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/2025-s316" is law
      When it is checked
      Then "eo170-b2-disclosure" is contested
      And "exec319a-2-disclosure" is undetermined
      And "s316-900-agreement" is not-applicable because out-of-scope
      And "s316-900-ending" is not-applicable because out-of-scope

      Examples:
        | practice                      |
        | dcjs-arrest-notice            |
        | dcjs-civil-print-notice-later |
        | fugitive-unit-notice-if-still-sent |

    @DND @S-1
    Scenario Outline: Every single finding on them is the same without the bill and with it (<practice>)
      Given the practice "<practice>"
      And the bill "us-ny/bill/2025-s316" is law
      When it is compared with the law without the bill
      Then the bill leaves the practice as it is

      Examples:
        | practice                           |
        | dcjs-arrest-notice                 |
        | dcjs-arrest-notice-status-only     |
        | dcjs-civil-print-notice-later      |
        | fugitive-unit-notice-if-still-sent |
        | ice-data-match-outbound            |

    Scenario: The ban of 2026 on agreements stays beside it
      Given the practice "county-keeps-detention-agreement"
      And the law as of 2027-04-01
      And the bill "us-ny/bill/2025-s316" is law
      When it is checked
      Then "exec170k-2a-agreement" is violated
