-- Cards and what nobody has sorted yet are taken first, message by message, while thousands of others may wait.
CREATE INDEX outbox_urgent ON outbox (delivered_at, urgency, lane, id);
