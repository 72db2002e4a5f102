-- to_char depends on settings in general, so a function around it counts as stable: only then is it read as part of the
-- statement instead of being called, which every view does some twenty times a row.

alter function utc(timestamptz) stable;
