package dev.ecrbot.policy.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands in policies of a wide {@link Universe} beside what stands in every one. */
final class WideTexts {
    /** A variable of a key that has several values. */
    static final String OF_MANY = "${aws:TagKeys}";

    /** Only where it is a variable does every value meet it. */
    private static final String ITSELF = "${aws:SourceVpce}";

    /** What only the wide universe has beside: keys by the operators that compare them, with texts that stand in policies. */
    static final Map<String, List<String>> VALUES = Map.of(
            "aws:PrincipalArn",
            List.of(
                    "arn:aws:iam::222222222222:role/ci",
                    "arn:aws:iam::222222222222:role/*",
                    "arn:aws:iam::222222222222:role/sandbox/*",
                    "arn:aws:iam::222222222222:role/*/ci",
                    "arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/*",
                    "arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/*/AWSReserved*",
                    "arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/AWSReserved*",
                    "arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/????????????????/AWSReserved*",
                    "arn:aws:iam::222222222222:user/${aws:username}",
                    "arn:aws:*::*:federated-user/*"),
            "aws:SourceVpce",
            List.of("vpce-${aws:PrincipalTag/n}", ITSELF, ITSELF, ITSELF, "vpce-1", "vpce-${*}"),
            "aws:PrincipalTag/n",
            List.of("1", "${aws:username}", OF_MANY, OF_MANY),
            "aws:PrincipalAccount",
            List.of("222222222222", "333333333333"),
            "aws:TagKeys",
            List.of("a", "b"));

    static final Map<String, List<String>> OPERATORS = Map.of(
            "aws:PrincipalArn",
            List.of(
                    "ArnLike",
                    "ArnNotLike",
                    "ArnEquals",
                    "StringLike",
                    "StringNotLike",
                    "StringEquals",
                    "ForAllValues:ArnLike"),
            "aws:SourceVpce",
            List.of("StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "ForAnyValue:StringNotLike"),
            "aws:PrincipalTag/n",
            List.of("StringEquals", "StringNotLike", "StringLike"),
            "aws:PrincipalAccount",
            List.of("StringEquals", "StringNotEquals"),
            "aws:TagKeys",
            List.of("StringEquals", "StringNotEquals", "StringLike", "ForAllValues:StringEquals"));

    static final Map<String, List<List<String>>> KEYS =
            new TreeMap<>(Map.of("aws:PrincipalTag/n", EveryKind.kinds("", "1", "bob", "*", "a")));

    static final List<String> PRINCIPALS = List.of(
            Questions.ROLE,
            Questions.SESSION,
            Questions.SESSION.replace("/one", "/two"),
            Asker.SSO,
            Questions.USER,
            Asker.FEDERATED,
            Asker.CHINESE,
            Asker.CHINESE.replace("role/ci", "root"),
            Asker.LINKED,
            "222222222222",
            "*");
    static final List<String> ACTIONS = List.of(
            "*",
            "ecr:*",
            "s3:*",
            "s3:GetObject",
            "ecr:GetAuthorizationToken",
            "ecr:*Registry*",
            "ecr:NoSuch",
            "ecr:Put*");
    static final List<String> RESOURCES = List.of(
            "*",
            "arn:aws:ecr:us-west-2:111111111111:repository/${aws:PrincipalTag/n}/*",
            "arn:aws:ecr:us-west-2:111111111111:repository/${aws:username}*",
            "arn:aws:ecr:us-west-2:111111111111:repository/payments/*");

    /** Elements that can't be read. */
    static final List<String> UNREAD = List.of(
            "\"Condition\":[\"aws:SourceVpce\"]",
            "\"Condition\":{\"StringEquals\":[\"aws:SourceVpce\"]}",
            "\"Effect\":7",
            "\"Effect\":\"Perhaps\"",
            "\"Effect\":\"Perhaps\"",
            "\"Principal\":\"" + Questions.ROLE + "\"",
            "\"Action\":{\"ecr\":\"BatchGetImage\"}");

    private WideTexts() {}
}
