@us-ny/bill/2025-s3649
Feature: S3649 (2025, a bill), localities would have to comply with immigration detainers

  Wells v DeMarco forbids the hold that the bill would command, since no law of New York gives the authority. A statute
  would supply it, so that the ruling would give way. General Municipal Law 996-a may forbid the hold as well.

  Rule: The duty

    @S3649
    Scenario: Nothing in force commands the hold; the bill would, from its first day
      Given the practice "county-lets-go-despite-detainer"
      And the bill "us-ny/bill/2025-s3649" is law
      When it is checked
      Then over time "s3649-comply" is:
        | from       | status         |
        | 2026-06-01 | not-applicable |
        | 2027-01-01 | violated       |
      And "s3649-comply" is violated
      And it would be satisfied if "custody.extended" were otherwise
      And it would be satisfied if "custody.handed-over" were otherwise

    @S3649 @WELLS.LIM
    Scenario: To hand over at the normal time of release would be compliance, and the ruling does not forbid it
      Given the practice "sheriff-hands-over-at-release"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-s3649" is law
      When it is checked
      Then "s3649-comply" is satisfied
      And "wells-h1-hold" is satisfied

    Scenario: Whether the person was handed over has to be found out
      Given the practice "county-lets-go-despite-detainer"
      And the fact "custody.handed-over" is not known
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-s3649" is law
      When it is checked
      Then "s3649-comply" is undetermined
      And it asks about "custody.handed-over"

    Scenario: Without a detainer there is nothing to comply with
      Given the practice "county-lets-go-despite-detainer"
      And the fact "custody.held-on" is "[criminal-matter, administrative-warrant]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-s3649" is law
      When it is checked
      Then "s3649-comply" is not-applicable because out-of-scope

    Scenario: Who holds nobody is outside of the bill
      Given the practice "county-lets-go-despite-detainer"
      And the fact "act" is "[disclosure]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-s3649" is law
      When it is checked
      Then "s3649-comply" is not-applicable because out-of-scope

    Scenario Outline: The duty is <status> for <body>
      Given the practice "county-lets-go-despite-detainer"
      And the custodian is the actor "<body>"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-s3649" is law
      When it is checked
      Then "s3649-comply" is <status>

      Examples:
        | body         | status         |
        | city-police  | violated       |
        | state-police | not-applicable |
        | doccs        | not-applicable |

  Rule: The collision with the ruling on detainers

    @S3649 @S-13
    Scenario: Today the ruling forbids the hold
      Given the practice "sheriff-holds-on-detainer"
      And the law as of 2026-12-31
      And the bill "us-ny/bill/2025-s3649" is law
      When it is checked
      Then "wells-h1-hold" is violated
      And "s3649-comply" is not-applicable because not-in-force

    @S3649 @S-13
    Scenario: The statute would supply the authority that the ruling found missing
      Given the practice "sheriff-holds-on-detainer"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-s3649" is law
      When it is checked
      Then "s3649-comply" is satisfied
      And "wells-h1-hold" is excused
      And the reasons say "would supply"

    @S3649 @S-13
    Scenario: So the hold that the ruling forbids would turn into one that the bill commands
      Given the practice "sheriff-holds-on-detainer"
      And the bill "us-ny/bill/2025-s3649" is law
      When it is compared with the law without the bill
      Then the bill changes "wells-h1-hold" from violated to excused
      And clause "comply" changes it
      And the bill changes "s3649-comply" from not-applicable to satisfied
      And it is a new duty
      And the bill changes the practice from violated to undetermined
      And the bill leaves "gml996a-1-custody" as it is

    @S3649
    Scenario: To let the person go, which nothing forbids today, would break the bill
      Given the practice "county-lets-go-despite-detainer"
      And the bill "us-ny/bill/2025-s3649" is law
      When it is compared with the law without the bill
      Then the bill changes the practice from satisfied to violated

    @S3649 @S-13
    Scenario: General Municipal Law 996-a may forbid the same hold, and nothing says which of the two prevails
      Given the practice "sheriff-holds-on-detainer"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-s3649" is law
      When it is checked
      Then the practice is undetermined
      And "gml996a-1-custody" is undetermined
      And violated is still possible

    @S3649
    Scenario: The State Police, whom the bill does not bind, stay under the ruling
      Given the practice "sheriff-holds-on-detainer"
      And the custodian is the actor "state-police"
      And the acting agency is the actor "state-police"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2025-s3649" is law
      When it is checked
      Then "wells-h1-hold" is violated
