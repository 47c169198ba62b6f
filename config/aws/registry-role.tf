# The role that ecr-bot assumes in a registry's account: the same as registry-role.yaml, for Terraform.
#
#   module "ecr_bot" {
#     source            = "./config/aws"
#     bot_principal_arn = "arn:aws:iam::999999999999:role/ecr-bot-task"
#   }
#
# Then write the output role_arn as the registry's role in ecr-bot.yml, and give the bot's own identity the policy in the
# output bot_policy: a role can be assumed only if both sides allow it.

variable "bot_principal_arn" {
  type        = string
  description = "ARN of the identity that the bot runs as: the role of its task, pod or instance, or a user."
}

variable "role_name" {
  type        = string
  description = "Name of the role that is made."
  default     = "ecr-bot"
}

variable "repository_pattern" {
  type        = string
  description = "Repositories whose policies the bot may change. The star stands for any characters, slashes included."
  default     = "*"
}

variable "registry_policy" {
  type        = bool
  description = "Whether the bot may also change the registry's own policy, which rules with patterns need."
  default     = false
}

variable "permissions_boundary" {
  type        = string
  description = "ARN of a permissions boundary for the role, if your account wants one."
  default     = null
}

variable "organization_id" {
  type        = string
  description = "The organization that the bot's identity has to be in, so that nobody else is let in if its account leaves."
  default     = null
}

data "aws_caller_identity" "registry" {}
data "aws_partition" "registry" {}

locals {
  repositories = "arn:${data.aws_partition.registry.partition}:ecr:*:${data.aws_caller_identity.registry.account_id}:repository"
}

resource "aws_iam_role" "ecr_bot" {
  name                 = var.role_name
  description          = "Assumed by ecr-bot to read and change the access policies of ECR repositories."
  max_session_duration = 3600
  permissions_boundary = var.permissions_boundary
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [merge({
      Sid       = "EcrBot"
      Effect    = "Allow"
      Principal = { AWS = var.bot_principal_arn }
      Action    = ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"]
      }, {
      for key, value in { Condition = { StringEquals = { "aws:PrincipalOrgID" = var.organization_id } } } :
      key => value if var.organization_id != null
    })]
  })
}

resource "aws_iam_role_policy" "repository_policies" {
  name = "repository-policies"
  role = aws_iam_role.ecr_bot.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat([
      {
        Sid      = "ChangeRepositoryPolicies"
        Effect   = "Allow"
        Action   = ["ecr:GetRepositoryPolicy", "ecr:SetRepositoryPolicy", "ecr:DeleteRepositoryPolicy"]
        Resource = "${local.repositories}/${var.repository_pattern}"
      },
      {
        Sid      = "ReadRepositories"
        Effect   = "Allow"
        Action   = ["ecr:DescribeRepositories", "ecr:DescribeImages", "ecr:ListTagsForResource"]
        Resource = "${local.repositories}/*"
      },
      {
        Sid    = "ReadRegistry"
        Effect = "Allow"
        Action = [
          "ecr:GetRegistryPolicy", "ecr:DescribeRegistry", "ecr:GetAccountSetting",
          "ecr:DescribeRepositoryCreationTemplates", "ecr:DescribePullThroughCacheRules",
        ]
        Resource = "*"
      },
      ], var.registry_policy ? [{
        Sid      = "ChangeRegistryPolicy"
        Effect   = "Allow"
        Action   = ["ecr:PutRegistryPolicy", "ecr:DeleteRegistryPolicy"]
        Resource = "*"
    }] : [])
  })
}

output "role_arn" {
  description = "The registry's role in ecr-bot.yml."
  value       = aws_iam_role.ecr_bot.arn
}

output "bot_policy" {
  description = "The policy that the bot's own identity needs."
  value = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"]
      Resource = aws_iam_role.ecr_bot.arn
    }]
  })
}
