-- What an access depends on, in the words of policies. Until now none depended on anything.
ALTER TABLE request ADD COLUMN conditions varchar;
ALTER TABLE grant_ ADD COLUMN conditions varchar;
