"""A town's log of the data that it shared: its format, and a row for each way that it may come out."""

ACTORS = "actors: town\nmembers:\n  town-police: {title: the police of the town, is: {level: local}}\n"
LOG = """
log: shares
title: Data that a town shared
time-zone: UTC
parties: {actor: town-police}
tables:
  queries:
    files: queries.csv
    columns: {id: NO, time: WHEN, user: WHO}
    facts:
      act: [share]
      purpose: {column: WHY, codes: {C: civil, K: crime, B: both}}
      warrant: {column: WARRANT, codes: {Y: true, N: false}}
"""
HEAD = "NO,WHEN,WHO,WHY,WARRANT\n"
VIOLATED = "1,2019-05-08 10:00:00,u1,C,N\n"
CONTESTED = "2,2019-05-09 10:00:00,u1,B,N\n"
FINE = "3,2019-05-10 10:00:00,u2,K,N\n"
UNKNOWN = "4,2019-05-10 10:00:00,u2,?,N\n"
BROKEN = "5,at noon,u2,K,N\n"
