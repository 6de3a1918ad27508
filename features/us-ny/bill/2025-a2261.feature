@us-ny/bill/2025-a2261
Feature: A2261 (2025, a bill), no executive order could inhibit cooperation with immigration enforcement

  By a new section 13 of the Executive Law the Governor could not, by executive order, prevent or inhibit bodies of the
  state from cooperating or gathering information for immigration enforcement. What EO 170 limits beyond that would stay,
  and so would statutes.

  Rule: EO 170 B.2 falls

    @A2261
    Scenario: The address given for a removal would break the order until the bill is law
      Given the practice "employee-gives-address-for-removal"
      And it has happened since 2026-06-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then over time "eo170-b2-disclosure" is:
        | from       | status         |
        | 2026-06-01 | violated       |
        | 2027-01-01 | not-applicable |

    @A2261 @S-23
    Scenario: Without the bill the order forbids it
      Given the practice "employee-gives-address-for-removal"
      And the law as of 2027-01-01
      When it is checked
      Then the practice is violated
      And "eo170-b2-disclosure" is violated

    @A2261 @S-23
    Scenario: With the bill only the statute of 2026 is left, whose exceptions nobody has read
      Given the practice "employee-gives-address-for-removal"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then the practice is undetermined
      And "eo170-b2-disclosure" is not-applicable because not-in-force
      And "exec319a-2-disclosure" is undetermined

    @A2261 @S-1
    Scenario Outline: The order would not speak to the notices of DCJS any more (<practice>)
      Given the practice "<practice>"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170-b2-disclosure" is not-applicable because not-in-force
      And "exec319a-2-disclosure" is undetermined

      Examples:
        | practice                           |
        | dcjs-arrest-notice                 |
        | dcjs-civil-print-notice-later      |
        | fugitive-unit-notice-if-still-sent |

    @A2261 @S-1
    Scenario: The bill would take the advocates' finding against the notice away, and leave the statute's open
      Given the practice "dcjs-arrest-notice"
      And the bill "us-ny/bill/2025-a2261" is law
      When it is compared with the law without the bill
      Then the bill changes "eo170-b2-disclosure" from contested to not-applicable
      And the bill changes "eo170-b2-disclosure" for "advocate" from violated to not-applicable
      And clause "13" changes it
      And the change takes effect on 2027-01-01
      And the bill leaves "exec319a-2-disclosure" as it is
      And the bill changes the practice from undetermined to undetermined

    @A2261 @S-23
    Scenario: The address that the order forbids to give would be left to the statute
      Given the practice "employee-gives-address-for-removal"
      And the bill "us-ny/bill/2025-a2261" is law
      When it is compared with the law without the bill
      Then the bill changes the practice from violated to undetermined
      And the bill changes "eo170-b2-disclosure" from violated to not-applicable
      And clause "13" changes it

    @A2261
    Scenario: On the day before, the order still stands
      Given the practice "employee-gives-address-for-removal"
      And the law as of 2026-12-31
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170-b2-disclosure" is violated

    @A2261
    Scenario: Without the order, nothing turns on whether Correction Law 147 requires the disclosure
      Given the practice "doccs-tells-ice-of-alien-inmate"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170-b2-disclosure" is not-applicable because not-in-force
      And "cor147-alien-inmates" is satisfied

  Rule: EO 170 B.3.b falls as to resources, and perhaps as to police action

    @A2261
    Scenario: Officers and cars could be lent for a removal arrest
      Given the practice "state-police-lend-car-for-removal-arrest"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170-b3b-resources" is not-applicable because not-in-force

    @A2261
    Scenario: Without the bill the loan breaks the order
      Given the practice "state-police-lend-car-for-removal-arrest"
      And the law as of 2027-01-01
      When it is checked
      Then "eo170-b3b-resources" is violated

    @A2261
    Scenario Outline: A stop for presence alone, for <purpose>, is <status>
      Given the practice "trooper-questions-on-removal-record"
      And the fact "suspicion" is "[undocumented-status]"
      And the fact "enforcement.purpose" is "[<purpose>]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170-b3b-police-action" is <status>
      And the position "agency" finds it <agency>
      And the position "advocate" finds it violated

      Examples:
        | purpose           | status    | agency   |
        | civil-immigration | contested | excused  |
        | entry-or-reentry  | contested | excused  |
        | other-crime       | violated  | violated |

    @A2261
    Scenario: Where officers and means are lent beside it, both sides call it cooperation
      Given the practice "trooper-questions-on-removal-record"
      And the fact "act" is "[police-action, resource-use]"
      And the fact "suspicion" is "[undocumented-status]"
      And the fact "enforcement.purpose" is "[civil-immigration]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170-b3b-police-action" is excused
      And the exception "cooperation-with-immigration-enforcement" is shown

  Rule: EO 170 B.1 and B.3 fall so far as they inhibit the gathering of information for immigration enforcement

    @A2261
    Scenario Outline: A trooper who asks a victim for <purpose> is <status>
      Given the practice "trooper-asks-victim-status"
      And the fact "enforcement.purpose" is "[<purpose>]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170-b3-inquiry" is <status>
      And "eo170-b3a-protected-people" is <status>

      Examples:
        | purpose           | status   |
        | civil-immigration | excused  |
        | entry-or-reentry  | excused  |
        | other-crime       | violated |
        | other-purpose     | violated |

    @A2261
    Scenario Outline: A benefits agency that asks for <purpose> is <status>
      Given the practice "benefits-agency-asks-status"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "enforcement.purpose" is "[<purpose>]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170-b1-inquiry" is <status>

      Examples:
        | purpose           | status   |
        | civil-immigration | excused  |
        | other-purpose     | violated |

    @A2261
    Scenario: The one who asks has to show that it is for immigration enforcement
      Given the practice "trooper-asks-victim-status"
      And the fact "enforcement.purpose" is not known
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170-b3-inquiry" is violated
      And the exception "gathered-for-immigration-enforcement" is not shown
      And "eo170-b3a-protected-people" is violated

    @A2261
    Scenario: The agency that asks has to show it too
      Given the practice "benefits-agency-asks-status"
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the fact "enforcement.purpose" is not known
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170-b1-inquiry" is violated

    @A2261
    Scenario: The officer who stops a person for presence alone has to show it too
      Given the practice "trooper-questions-on-removal-record"
      And the fact "suspicion" is "[undocumented-status]"
      And the fact "enforcement.purpose" is not known
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170-b3b-police-action" is violated

    @A2261 @T-4
    Scenario Outline: That the law compels the receipt, <who> has to show as before (<rule>)
      Given the practice "<practice>"
      And only the position "advocate" is heard
      And the fact "inquiry.means" is "[asking-authority]"
      And the fact "inquiry.received" is "[immigration-status]"
      And the fact "inquiry.compelled-by" is not known
      And the fact "inquiry.necessary-for-eligibility" is "false"
      And the information source is the actor "ice-lesc"
      And the fact "enforcement.purpose" is "[other-purpose]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "<rule>" is violated
      And the exception "status-receipt-still-saved" is not shown

      Examples:
        | practice                    | who         | rule                       |
        | benefits-agency-asks-status | the agency  | eo170-b1-inquiry           |
        | trooper-asks-victim-status  | the trooper | eo170-b3-inquiry           |
        | trooper-asks-victim-status  | the trooper | eo170-b3a-protected-people |

    @A2261
    Scenario: Papers may be sought after an arrest as before
      Given the practice "trooper-asks-papers-after-arrest"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170-b3-identification" is permitted
      And "eo170-b3-inquiry" is excused

    @A2261 @T-4
    Scenario Outline: Receiving information about status from ICE is saved as before, <with> the bill
      Given the practice "trooper-asks-victim-status"
      And only the position "agency" is heard
      And the fact "inquiry.means" is "[asking-authority, loading-data]"
      And the fact "inquiry.received" is "[immigration-status]"
      And the information source is the actor "ice-lesc"
      And the fact "enforcement.purpose" is "[other-crime]"
      And the law as of <day>
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170-b3-inquiry" is satisfied

      Examples:
        | with    | day        |
        | without | 2026-12-31 |
        | with    | 2027-01-01 |

    @A2261 @T-4
    Scenario: What the law compels to be received is saved on the advocates' side as before
      Given the practice "trooper-asks-victim-status"
      And the fact "inquiry.means" is "[asking-authority]"
      And the fact "inquiry.received" is "[immigration-status]"
      And the fact "inquiry.compelled-by" is "[statute]"
      And the information source is the actor "ice-lesc"
      And the fact "enforcement.purpose" is "[other-crime]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170-b3-inquiry" is contested
      And the position "advocate" finds it excused
      And the exception "status-receipt-still-saved" is shown

  Rule: EO 170.1 falls on one reading

    @A2261
    Scenario: Whether a ban on arrests in buildings inhibits cooperation divides the sides
      Given the practice "ice-arrest-in-dmv-lobby"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170.1-b-civil-arrest" is contested
      And the position "agency" finds it excused
      And the position "advocate" finds it violated
      And it turns on "us-ny/bill/2025-a2261#closed-buildings-inhibit"

    @A2261
    Scenario: Where people of the state help with the arrest, both sides call it cooperation
      Given the practice "ice-arrest-in-dmv-lobby"
      And the fact "act" is "[civil-arrest, arrest-assistance]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "eo170.1-b-civil-arrest" is excused
      And the exception "limit-on-cooperation" is shown

    @A2261
    Scenario: Without the bill the arrest in the lobby breaks the order
      Given the practice "ice-arrest-in-dmv-lobby"
      And the law as of 2027-01-01
      When it is checked
      Then "eo170.1-b-civil-arrest" is violated

  Rule: Orders made later

    @A2261
    Scenario: An order that limits cooperation would break the bill from its first day
      Given the practice "governor-limits-cooperation"
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then over time "a2261-13-orders" is:
        | from       | status         |
        | 2026-06-01 | not-applicable |
        | 2027-01-01 | violated       |
      And "a2261-13-orders" is violated
      And it cites "A2261 (2025), Executive Law § 13, as it would be added"

    Scenario Outline: An order that limits <what> is <status>
      Given the practice "governor-limits-cooperation"
      And the fact "restriction.limits" is "[<what>]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "a2261-13-orders" is <status>

      Examples:
        | what                  | status    |
        | cooperation           | violated  |
        | information-gathering | violated  |
        |                       | satisfied |

    Scenario: A limit that is no executive order is outside of the bill
      Given the practice "governor-limits-cooperation"
      And the fact "restriction.by-executive-order" is "false"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "a2261-13-orders" is not-applicable because out-of-scope

    Scenario Outline: The bill does not bind <body>
      Given the practice "governor-limits-cooperation"
      And the restricting body is the actor "<body>"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "a2261-13-orders" is not-applicable because not-bound

      Examples:
        | body              |
        | sanctuary-city    |
        | state-legislature |
        | dcjs              |

    Scenario: What limits no sharing is outside of the bill
      Given the practice "governor-limits-cooperation"
      And the fact "act" is "[compliance-statement]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-a2261" is law
      When it is checked
      Then "a2261-13-orders" is not-applicable because out-of-scope
