"""What bills would change: practices under the law as it is and under drafts, and which clause causes what."""
