@us-ny/bill/2025-a5467
Feature: A5467 (2025, a bill), local 287(g) powers

  The bill would authorize what Executive Law 170-k bans since May 2026. It is not recorded to repeal the ban, so that the
  two would be in conflict. As to Wells v DeMarco, which asks for authority in the law of New York, it would supply it.

  Rule: The collision with Executive Law 170-k

    @A5467 @S-15
    Scenario: An agreement that is kept would be banned and permitted at once
      Given the practice "sheriff-keeps-287g-agreement"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a5467" is law
      When it is checked
      Then the practice is conflict
      And "a5467-agreement" is conflict
      And it conflicts with "exec170k-2a-agreement"
      And "exec170k-2a-agreement" is conflict

    @A5467 @S-15
    Scenario: Before the bill is law, the ban stands alone
      Given the practice "sheriff-keeps-287g-agreement"
      And the law as of 2026-12-31
      And the bill "us-ny/bill/2025-a5467" is law
      When it is checked
      Then the practice is violated
      And "exec170k-2a-agreement" is violated
      And "a5467-agreement" is not-applicable because not-in-force

    @A5467
    Scenario: Before the ban of 2026 there would have been no conflict
      Given the practice "sheriff-keeps-287g-agreement"
      And the law as of 2026-05-26
      And the bill "us-ny/bill/2025-a5467" is law, signed on 2025-06-01
      When it is checked
      Then "a5467-agreement" is permitted
      And "exec170k-2a-agreement" is not-applicable because not-in-force

    @A5467
    Scenario Outline: An agreement that was <step> is <status>
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.step" is "[<step>]"
      And the law as of 2026-05-26
      And the bill "us-ny/bill/2025-a5467" is law, signed on 2025-06-01
      When it is checked
      Then "a5467-agreement" is <status>

      Examples:
        | step     | status         |
        | entered  | permitted      |
        | renewed  | permitted      |
        | modified | permitted      |
        | kept     | permitted      |
        | ended    | not-applicable |

    @A5467
    Scenario Outline: For <body> and an agreement of the kind <kind> the bill says nothing
      Given the practice "sheriff-keeps-287g-agreement"
      And the agreeing body is the actor "<body>"
      And the fact "agreement.kind" is "<kind>"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a5467" is law
      When it is checked
      Then "a5467-agreement" is not-applicable

      Examples:
        | body           | kind       |
        | county-sheriff | detention  |
        | city-office    | delegation |
        | state-police   | delegation |

    @A5467 @S-15
    Scenario: A hold under an agreement that the statute makes void would be in conflict too
      Given the practice "sheriff-holds-under-287g-2026"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a5467" is law
      When it is checked
      Then "a5467-hold" is conflict
      And it conflicts with "exec170k-7-void-hold"
      And "a5467-police-action" is conflict
      And it conflicts with "exec170k-7-void-agreement"

    @A5467
    Scenario: So would an arrest under such an agreement
      Given the practice "deputy-arrests-on-ice-warrant"
      And the fact "custody.held-on" is "[delegated-power]"
      And the fact "agreement.made-on" is "2020-06-10"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a5467" is law
      When it is checked
      Then "a5467-arrest" is conflict
      And it conflicts with "exec170k-7-void-arrest"

    @A5467 @S-15
    Scenario: The collision is the bill's doing
      Given the practice "sheriff-keeps-287g-agreement"
      And the bill "us-ny/bill/2025-a5467" is law
      When it is compared with the law without the bill
      Then the bill changes "exec170k-2a-agreement" from violated to conflict
      And clause "agreements" changes it
      And the bill changes the practice from violated to conflict

  Rule: The ruling on detainers gives way

    @A5467 @S-15
    Scenario: Today the sides differ on a hold under a written agreement
      Given the practice "sheriff-holds-under-287g"
      And the fact "custody.state-law-on-agreement" is "[]"
      And the law as of 2026-12-31
      And the bill "us-ny/bill/2025-a5467" is law
      When it is checked
      Then "wells-h1-hold" is contested
      And the position "agency" finds it excused
      And the position "advocate" finds it violated

    @A5467 @S-15
    Scenario Outline: The bill would supply the authority for the hold, as the advocates read the ruling too, whatever is known of other statutes (<said>)
      Given the practice "sheriff-holds-under-287g"
      And the fact "custody.state-law-on-agreement" is "<said>"
      And the law as of 2025-06-01
      And the bill "us-ny/bill/2025-a5467" is law, signed on 2025-06-01
      When it is checked
      Then "wells-h1-hold" is excused
      And the position "advocate" finds it excused
      And the exception "power-by-statute" is shown
      And "a5467-hold" is permitted
      And "a5467-police-action" is permitted

      Examples:
        | said                  |
        | []                    |
        | {excludes: [forbids]} |

    @A5467
    Scenario: The bill would supply the authority for an arrest as well
      Given the practice "deputy-arrests-on-ice-warrant"
      And the fact "custody.held-on" is "[delegated-power]"
      And the fact "arrest.state-law-power" is "false"
      And the law as of 2025-06-01
      And the bill "us-ny/bill/2025-a5467" is law, signed on 2025-06-01
      When it is checked
      Then "a5467-arrest" is permitted
      And "wells-h1-arrest" is excused
      And the exception "power-by-statute" is shown

    @A5467
    Scenario: For the State Police the ruling stays as it is
      Given the practice "sheriff-holds-under-287g"
      And the fact "custody.state-law-on-agreement" is "[]"
      And the custodian is the actor "state-police"
      And the law as of 2025-06-01
      And the bill "us-ny/bill/2025-a5467" is law, signed on 2025-06-01
      When it is checked
      Then "wells-h1-hold" is contested
      And the position "advocate" finds it violated
      And "a5467-hold" is not-applicable because not-bound

    @A5467
    Scenario: An arrest by the State Police stays under the ruling as well
      Given the practice "deputy-arrests-on-ice-warrant"
      And the arresting authority is the actor "state-police"
      And the fact "custody.held-on" is "[delegated-power]"
      And the fact "custody.state-law-on-agreement" is "[forbids]"
      And the fact "arrest.state-law-power" is "false"
      And the law as of 2025-06-01
      And the bill "us-ny/bill/2025-a5467" is law, signed on 2025-06-01
      When it is checked
      Then "wells-h1-arrest" is violated
      And "a5467-arrest" is not-applicable because not-bound

    @A5467 @S-13
    Scenario: A hold on a detainer alone stays forbidden
      Given the practice "sheriff-holds-on-detainer"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a5467" is law
      When it is checked
      Then "wells-h1-hold" is violated
      And "a5467-hold" is not-applicable

    @A5467
    Scenario: An arrest on an ICE warrant alone stays forbidden
      Given the practice "deputy-arrests-on-ice-warrant"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a5467" is law
      When it is checked
      Then "wells-h1-arrest" is violated
      And "a5467-arrest" is not-applicable
