# expect: feature-syntax 4:3 | the file ends too early
Feature: Sales

  @late
