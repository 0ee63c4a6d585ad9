-- How things stood before they were edited is looked up by when that was: few are, among all events.
CREATE INDEX "event_edited_idx" ON "event" ("at")
    WHERE "type" IN ('directive.edited', 'unit.edited', 'leader.edited', 'account.edited');
