Feature: What the bills would change for New York's practices

  Each practice is put under the law of one day, without the bill and with it. A finding that changes is tied to the
  clause that would change it.

  Rule: New York for All

    @NY4A.319a
    Scenario: The arrest notice would be forbidden on both readings, whatever its purpose
      Given the practice "dcjs-arrest-notice"
      And the bill "us-ny/bill/2025-s2235b" is law
      When it is compared with the law without the bill
      Then the bill changes the practice from undetermined to violated
      And the bill leaves "eo170-b2-disclosure" as it is
      And the bill changes "ny4a-319a-2-disclosure" from not-applicable to violated
      And clause "319-a.2" changes it
      And the change takes effect on 2027-01-01
      And the position "agency" finds it violated
      And the position "advocate" finds it violated

    Scenario: The use of the state's means would be forbidden by the definition that includes re-entry
      Given the practice "dcjs-arrest-notice"
      And the bill "us-ny/bill/2025-s2235b" is law
      When it is compared with the law without the bill
      Then the bill changes "ny4a-319a-1-resources" from not-applicable to violated
      And clause "319-a.1" changes it
      And the reasons say "re-entry"

    Scenario: A bare statement of status would stay saved
      Given the practice "dcjs-arrest-notice-status-only"
      And the bill "us-ny/bill/2025-s2235b" is law
      When it is compared with the law without the bill
      Then the bill changes "ny4a-319a-2-disclosure" from not-applicable to excused

    Scenario: Records and certificates would be new duties
      Given the practice "dcjs-arrest-notice"
      And the bill "us-ny/bill/2025-s2235b" is law
      When it is compared with the law without the bill
      Then the bill changes "ny4a-319a-9-sent" from not-applicable to undetermined
      And it is a new duty
      And the bill changes "ny4a-621-disclosure" from not-applicable to undetermined
      And it is a new duty

    @AUD.63e
    Scenario: Guidance and criteria for audits would be a new duty of the Attorney General
      Given the practice "attorney-general-and-audit-criteria"
      And the bill "us-ny/bill/2025-s2235b" is law
      When it is compared with the law without the bill
      Then the bill changes the practice from no-rule to undetermined
      And the bill changes "ny4a-63e-audit-criteria" from not-applicable to undetermined
      And it is a new duty

    @NY4A.repeal
    Scenario: The repeal of Correction Law 147 would take the excuse from the prison service
      Given the practice "doccs-tells-ice-of-alien-inmate"
      And the bill "us-ny/bill/2025-s2235b" is law
      When it is compared with the law without the bill
      Then the bill changes "eo170-b2-disclosure" from excused to violated
      And clause "9" changes it

  Rule: The bill against executive orders that limit cooperation

    @A2261
    Scenario: The order's limit on disclosure would fall
      Given the practice "dcjs-arrest-notice"
      And the bill "us-ny/bill/2025-a2261" is law
      When it is compared with the law without the bill
      Then the bill changes "eo170-b2-disclosure" from contested to not-applicable
      And the bill changes "eo170-b2-disclosure" for "advocate" from violated to not-applicable
      And clause "13" changes it

  Rule: Dignity Not Detention

    @DND
    Scenario: The arrest notice would be left as it is
      Given the practice "dcjs-arrest-notice"
      And the bill "us-ny/bill/2025-s316" is law
      When it is compared with the law without the bill
      Then the bill leaves the practice as it is

  Rule: The example drafts on notices to ICE

    Scenario: Notices that are sent already would be given ninety days
      Given the practice "dcjs-arrest-notice"
      And the bill "us-ny/bill/example-dcjs-ice-notices" is law
      When it is compared with the law without the bill
      Then the bill changes the practice from undetermined to violated
      And the bill changes "example-notices-2a" from not-applicable to violated
      And the change takes effect on 2027-04-01
