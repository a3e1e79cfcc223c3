import { MASK } from "../../src/core/secrets/values.js";

/*
 * One corpus of secrets within texts and records, for every channel in which a record leaves the viewer. Every secret has one of
 * these in it, so that a test can look for them anywhere.
 */
const WORD = "zQ7xKp9v";
const NUMBER = 73917391;
const BASIC = btoa(`2104:${WORD}`);
export const SECRETS: readonly string[] = [WORD, String(NUMBER), BASIC];

/** A text, and what is left of it. */
export interface SecretText {
  readonly raw: string;
  readonly masked: string;
}

/** Only the text between the brackets is masked. */
function createSecretText(written: string): SecretText {
  return { raw: written.replace(/[⟦⟧]/g, ""), masked: written.replace(/⟦[^⟧]*⟧/g, MASK) };
}

const S = `⟦${WORD}⟧`;
const toJson = (value: unknown): string => JSON.stringify(value);
const toPhp = (value: string): string => `s:${value.length}:"${value}"`;
const PHP_MASK = `s:${new TextEncoder().encode(MASK).length}:"${MASK}"`;

const WRITTEN: readonly string[] = [
  // URLs and forms
  `https://portal.example/reset?user=2104&token=${S}&lang=en`,
  `user=2104&password=${S}&domain=shop.example`,
  `password=⟦a%26b${WORD}⟧&lang=en`,
  `data[user][password]=${S}&data[user][name]=maria`,
  `url=https%3A%2F%2Fportal.example%2F%3Ftoken%3D${S}%26lang%3Den`,
  `a?lang=en&amp;token=${S}&amp;user=2104`,
  `{"url":"https://portal.example/?token=${S}\\u0026lang=en"}`,
  `reset_link=⟦https://portal.example/r?a=1&k=${WORD}⟧ sent to maria`,
  `p%61ssword=${S}`,
  `ftp://maria:${S}@files.example/in`,
  `Content-Disposition: form-data; name="password"\r\n\r\n${S}\r\n--b`,
  // Headers
  `Authorization: Bearer ${S}`,
  `Authorization: Basic ⟦${BASIC}⟧`,
  `sent Basic ⟦${BASIC}⟧ to core2`,
  `Bearer ${S}`,
  `sent Bearer ${S} to core2`,
  `GET /ns-api/v2/domains HTTP/1.1\nAuthorization: Bearer ${S}\nAccept: text/html`,
  `Cookie: ⟦PHPSESSID=${WORD}; theme=dark⟧`,
  `PHPSESSID=${S}; path=/`,
  `token ⟦eyJhbGciOiJIUzI1NiJ9.${btoa(toJson({ sub: WORD }))}.c2ln⟧ was used`,
  // JSON: alone, within text, encoded twice and more, behind a prefix, cut off
  toJson({ user: "2104", password: S, lang: "en" }),
  toJson({ body: toJson({ password: S, user: "2104" }) }),
  toJson(toJson({ body: toJson({ password: S, user: "2104" }) })),
  toJson({ a: toJson({ b: toJson({ c: toJson({ token: S, user: "2104" }) }) }) }),
  `POST /subscribers: ${toJson({ user: "2104", password: S })} (200)`,
  `{"user":"2104","password":"${S}`,
  `{\\"user\\":\\"2104\\",\\"password\\":\\"${S}`,
  `request {"body":"{\\"user\\":\\"2104\\",\\"pin\\":\\"${S}`,
  toJson({ note: 'say "hi" \\', password: `⟦x\\"${WORD}⟧`, user: "2104" }),
  `{"contrase\\u00f1a":"${S}"}`,
  `{&quot;password&quot;:&quot;${S}&quot;,&quot;user&quot;:&quot;2104&quot;}`,
  `%7B%22password%22%3A%22${S}%22%2C%22user%22%3A%222104%22%7D`,
  toJson({ headers: ["Accept: text/html", `Authorization: Bearer ${S}`] }),
  toJson({ line: `password=${S}\nuser=2104` }),
  `{'password': '${S}', 'user': '2104'}`,
  // A name beside its value
  toJson({ column: "x_password", value: S, table: "subscribers" }),
  toJson({ value: S, column: "x_password" }),
  toJson([
    { column: "timeframe", value: "After hours" },
    { value: `⟦}a{${WORD}⟧`, column: "x_password" },
  ]),
  toJson(toJson({ column: "x_password", value: S })),
  `update {"column":"x_password","value":"${S}`,
  `column: x_password, value: ${S}`,
  `field=pin old=${S} new=${S} user=2104`,
  // XML
  `<password>${S}</password><user>2104</user>`,
  `<sub:x_password type="text"><![CDATA[${S}]]></sub:x_password>`,
  `<param name="password" value="${S}"/>`,
  `<param name="password">${S}</param><param name="user">2104</param>`,
  `<row><column>x_password</column><value>${S}</value><user>2104</user></row>`,
  `<member><name>password</name><value><string>${S}</string></value></member>`,
  `<user password='${S}'>2104</user>`,
  `&lt;password&gt;${S}&lt;/password&gt;`,
  `<user>2104</user><password>${S}`,
  // Settings, log lines, shells, SQL
  `password: ⟦my ${WORD} words⟧, user: 2104`,
  `Password:\n${S}`,
  `pass_phrase="⟦my ${WORD} words⟧" user="2104"`,
  `[password] => ${S}`,
  `'password' => '${S}',`,
  `--password ${S} --user 2104`,
  `UPDATE subscriber SET password='⟦it''s ${WORD}⟧', user='2104'`,
  `Login PIN: ${S}`,
  `card number: ${S}`,
  // Names
  ...["pw", "sip_pw", "session_id", "PHPSESSID", "wifi_key", "creditCard", "pass_phrase", "contraseña", "kennwort"].map(
    (name) => `${name}=${S}&user=2104`,
  ),
  ...["password", "x-pin", "apiKey", "client_secret", "otp", "ｐａｓｓｗｏｒｄ"].map(
    (name) => `${name}=${S};user=2104`,
  ),
];

export const SECRET_TEXTS: readonly SecretText[] = [
  ...WRITTEN.map(createSecretText),
  { raw: `{"pin":${NUMBER},"user":"2104"}`, masked: `{"pin":"${MASK}","user":"2104"}` },
  {
    raw: toJson({ secret: { a: [WORD, NUMBER], b: "}" }, user: "2104" }),
    masked: toJson({ secret: MASK, user: "2104" }),
  },
  // PHP
  {
    raw: `a:2:{${toPhp("password")};${toPhp(WORD)};${toPhp("user")};${toPhp("2104")};}`,
    masked: `a:2:{${toPhp("password")};${PHP_MASK};${toPhp("user")};${toPhp("2104")};}`,
  },
  {
    raw: `a:2:{${toPhp("pin")};i:${NUMBER};${toPhp("token")};a:1:{i:0;${toPhp(WORD)};}${toPhp("user")};${toPhp("2104")};}`,
    masked: `a:2:{${toPhp("pin")};${PHP_MASK};${toPhp("token")};${PHP_MASK}${toPhp("user")};${toPhp("2104")};}`,
  },
  {
    raw: `a:2:{${toPhp("column")};${toPhp("x_password")};${toPhp("value")};${toPhp(WORD)};}`,
    masked: `a:2:{${toPhp("column")};${toPhp("x_password")};${toPhp("value")};${PHP_MASK};}`,
  },
  {
    raw: `password|${toPhp(`a";b${WORD}`)};user|${toPhp("2104")};`,
    masked: `password|${PHP_MASK};user|${toPhp("2104")};`,
  },
];

/** Details of a record in which names and neighbours say what is secret. */
export const SECRET_DETAILS: readonly Readonly<Record<string, unknown>>[] = [
  { password: WORD, user: "2104" },
  { "voicemail-login-pin": NUMBER },
  { sip_pw: WORD, session_id: WORD, PHPSESSID: WORD, wifi_key: WORD, creditCard: NUMBER, pass_phrase: WORD },
  { reset_link: `https://portal.example/${WORD}`, contraseña: WORD, kennwort: WORD },
  { column: "x_password", value: WORD, table: "subscribers" },
  { name: "password", old: WORD, new: `${WORD}2`, user: "2104" },
  { changes: [{ value: WORD, column: "x_password" }], device: { model: "x", secret: { a: [NUMBER] } } },
  // What PHP makes of a body of JSON that was sent as a form.
  { [toJson({ password: WORD })]: "" },
];

/** Texts that look like secrets to a careless reader, and are none. */
export const HARMLESS_TEXTS: readonly string[] = [
  ...["token_type=bearer", "token_type: Bearer", "password changed", "Password reset by admin", "Reset password"],
  ...["keypad=1", "Keypad PIN changed by: admin", "pinned: yes", "monkey=banana", "spinner=on", "passed: 3"],
  ...["extension: 2104", "Login: maria", "author=maria", "authorized=1", "session: started", "sessions=4"],
  ...["key=value", "primary_key=7", "public-key: abc", "keyboard: us", "country-code=1", "area code: 619", "code: 404"],
  ...["pass-through=on", "compass: north", "bypass=on", "passenger=2", "passport: issued", "secretary=joan"],
  ...["has_pin=yes", "password_expires_in=90", "password_length=8", "tokens_used: 5", "message-session-id=abc"],
  ...["2026-11-23 08:15:07", "12:30:45", "198.51.100.7:5060", "2001:db8::1", "Mon-Fri 9:00-17:00", "seeded=1"],
  ...[
    "sip:2104@shop.example",
    "sip:1001@10.0.0.1:5060;transport=udp",
    "https://portal.example:8080/a@b?tab=3&sort=asc#x",
  ],
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:109.0) Gecko/20100101 Firefox/119.0",
  ...["Basic configuration", "bearer of news", "The bearer certificate: valid", "Token Ring", "C:\\Users\\x"],
  ...["name=maria&role=admin", "<user>2104</user>", "<name>Secret Santa</name><value>x</value>"],
  ...['{"name":"Secret Santa","value":"x"}', '{"key":"timeframe","value":"After hours"}', ' { "a" : 1.0 } '],
  ...['{"pin":null,"password":"","token":false}', '{"password":', 'a:1:{s:4:"user";s:4:"2104";}'],
];
