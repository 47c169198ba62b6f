-- What somebody holds, for their Home tab.
CREATE INDEX grant_requester ON grant_ (requester_team, requester_user, state);
