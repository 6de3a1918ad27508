@us-ny/bill/2026-local-cops-proposed
Feature: Local Cops, Local Crimes Act as it was proposed on 30 January 2026

  The proposal was reported as a ban of three years. What was enacted in May 2026, in changed form, is Executive Law
  170-k. The text of the proposal was not seen.

  Rule: The ban

    @LCLC
    Scenario: An agreement made while the ban would last would break it, and no longer
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.step" is "[renewed]"
      And the bill "us-ny/bill/2026-local-cops-proposed" is law
      When it is checked
      Then over time "local-cops-ban" is:
        | from       | status         |
        | 2026-01-01 | not-applicable |
        | 2027-01-01 | violated       |
        | 2030-01-01 | not-applicable |

    @LCLC
    Scenario: The ban that was enacted began earlier and has no last day
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.step" is "[renewed]"
      And the bill "us-ny/bill/2026-local-cops-proposed" is law
      When it is checked
      Then over time "exec170k-2a-agreement" is:
        | from       | status         |
        | 2026-01-01 | not-applicable |
        | 2026-05-27 | violated       |

    @LCLC
    Scenario Outline: Had it been signed on the day of the proposal, on <day> it would have been <proposed> and the statute <enacted>
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.step" is "[renewed]"
      And the law as of <day>
      And the bill "us-ny/bill/2026-local-cops-proposed" is law, signed on 2026-01-30
      When it is checked
      Then "local-cops-ban" is <proposed>
      And "exec170k-2a-agreement" is <enacted>

      Examples:
        | day        | proposed       | enacted        |
        | 2026-01-29 | not-applicable | not-applicable |
        | 2026-01-30 | violated       | not-applicable |
        | 2026-05-26 | violated       | not-applicable |
        | 2026-05-27 | violated       | violated       |
        | 2029-01-29 | violated       | violated       |
        | 2029-01-30 | not-applicable | violated       |

    Scenario Outline: An agreement that was <step> is <status> under the proposal
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.step" is "[<step>]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-local-cops-proposed" is law
      When it is checked
      Then "local-cops-ban" is <status>

      Examples:
        | step     | status       |
        | entered  | violated     |
        | renewed  | violated     |
        | modified | violated     |
        | kept     | undetermined |
        | ended    | satisfied    |

    Scenario Outline: Whether remaining in an agreement would be banned is left to judgment: <answer>
      Given the practice "sheriff-keeps-287g-agreement"
      And the judgment "us-ny/bill/2026-local-cops-proposed#remaining-banned" is "<answer>", by "the reviewer", because "for this scenario"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-local-cops-proposed" is law
      When it is checked
      Then "local-cops-ban" is <status>
      And "exec170k-2a-agreement" is violated

      Examples:
        | answer | status    |
        | yes    | violated  |
        | no     | satisfied |

    @LCLC
    Scenario Outline: The statute bans agreements <about>: <enacted>; the proposal, as reported: <proposed>
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.kind" is "<kind>"
      And the fact "agreement.step" is "[renewed]"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-local-cops-proposed" is law
      When it is checked
      Then "exec170k-2a-agreement" is <enacted>
      And "local-cops-ban" is <proposed>

      Examples:
        | about                           | kind             | enacted   | proposed     |
        | under 8 USC 1357(g)             | delegation       | violated  | violated     |
        | to hold people with local means | detention        | violated  | undetermined |
        | about another matter            | other-agreement  | satisfied | undetermined |
        | about crimes                    | criminal-matters | satisfied | satisfied    |

    Scenario Outline: That an agreement to detain would be banned is left to judgment: <answer>
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.kind" is "detention"
      And the fact "agreement.step" is "[renewed]"
      And the judgment "us-ny/bill/2026-local-cops-proposed#other-kinds-banned" is "<answer>", by "the reviewer", because "for this scenario"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-local-cops-proposed" is law
      When it is checked
      Then "local-cops-ban" is <status>

      Examples:
        | answer | status    |
        | yes    | violated  |
        | no     | satisfied |

    @LCLC
    Scenario: The statute also makes agreements void after 90 days; the proposal is not reported to touch what is done under one
      Given the practice "sheriff-holds-under-287g-2026"
      And the law as of 2026-08-25
      And the bill "us-ny/bill/2026-local-cops-proposed" is law, signed on 2026-01-30
      When it is checked
      Then "exec170k-7-void-hold" is violated
      And "local-cops-ban" is not-applicable because out-of-scope

    @LCLC
    Scenario: Beside the statute that was enacted, the proposal would change nothing for the agreement as a whole
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.step" is "[renewed]"
      And the bill "us-ny/bill/2026-local-cops-proposed" is law
      When it is compared with the law without the bill
      Then the bill changes the practice from violated to violated
      And the bill leaves "exec170k-2a-agreement" as it is
      And the bill changes "local-cops-ban" from not-applicable to violated
      And clause "ban" changes it

    Scenario Outline: The proposal is <status> for <body>
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.step" is "[renewed]"
      And the agreeing body is the actor "<body>"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-local-cops-proposed" is law
      When it is checked
      Then "local-cops-ban" is <status>

      Examples:
        | body         | status         |
        | city-police  | violated       |
        | state-police | undetermined   |
        | dcjs         | not-applicable |
        | ice          | not-applicable |

    Scenario Outline: That the State Police would be bound is left to judgment: <answer>
      Given the practice "sheriff-keeps-287g-agreement"
      And the fact "agreement.step" is "[renewed]"
      And the agreeing body is the actor "state-police"
      And the judgment "us-ny/bill/2026-local-cops-proposed#state-police-covered" of the agreeing body is "<answer>", by "the reviewer", because "for this scenario"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-local-cops-proposed" is law
      When it is checked
      Then "local-cops-ban" is <status>

      Examples:
        | answer | status         |
        | yes    | violated       |
        | no     | not-applicable |

    Scenario: A hold is no agreement
      Given the practice "sheriff-holds-on-detainer"
      And the law as of 2027-01-01
      And the bill "us-ny/bill/2026-local-cops-proposed" is law
      When it is checked
      Then "local-cops-ban" is not-applicable because out-of-scope
