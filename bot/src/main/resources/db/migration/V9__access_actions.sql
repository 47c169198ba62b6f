-- An access is a word and the actions that it stood for when it was asked for. Until now there were four words, and they stood
-- for these; the words were stored as names of constants.
ALTER TABLE request ADD COLUMN actions varchar;
ALTER TABLE grant_ ADD COLUMN actions varchar;
UPDATE request SET actions = CASE access
    WHEN 'PULL' THEN 'ecr:BatchCheckLayerAvailability ecr:BatchGetImage ecr:GetDownloadUrlForLayer'
    WHEN 'PUSH' THEN 'ecr:BatchCheckLayerAvailability ecr:BatchGetImage ecr:GetDownloadUrlForLayer ecr:InitiateLayerUpload ecr:UploadLayerPart ecr:CompleteLayerUpload ecr:PutImage'
    WHEN 'READ' THEN 'ecr:BatchCheckLayerAvailability ecr:BatchGetImage ecr:GetDownloadUrlForLayer ecr:DescribeImages ecr:ListImages'
    WHEN 'PUSH_ONLY' THEN 'ecr:BatchCheckLayerAvailability ecr:InitiateLayerUpload ecr:UploadLayerPart ecr:CompleteLayerUpload ecr:PutImage'
    END;
UPDATE grant_ SET actions = CASE access
    WHEN 'PULL' THEN 'ecr:BatchCheckLayerAvailability ecr:BatchGetImage ecr:GetDownloadUrlForLayer'
    WHEN 'PUSH' THEN 'ecr:BatchCheckLayerAvailability ecr:BatchGetImage ecr:GetDownloadUrlForLayer ecr:InitiateLayerUpload ecr:UploadLayerPart ecr:CompleteLayerUpload ecr:PutImage'
    WHEN 'READ' THEN 'ecr:BatchCheckLayerAvailability ecr:BatchGetImage ecr:GetDownloadUrlForLayer ecr:DescribeImages ecr:ListImages'
    WHEN 'PUSH_ONLY' THEN 'ecr:BatchCheckLayerAvailability ecr:InitiateLayerUpload ecr:UploadLayerPart ecr:CompleteLayerUpload ecr:PutImage'
    END;
UPDATE request SET access = lower(replace(access, '_', '-'));
UPDATE grant_ SET access = lower(replace(access, '_', '-'));
ALTER TABLE grant_ ALTER COLUMN actions SET NOT NULL;
