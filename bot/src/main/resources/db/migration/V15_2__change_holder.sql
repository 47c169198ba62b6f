-- Of a policy, what others changed in it is listed newest first.
CREATE INDEX index_change_holder ON index_change (account, region, repository, seq);
