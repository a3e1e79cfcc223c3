import { expect } from "@open-wc/testing";
import { formatParameter } from "../../../src/core/text/parameter-text.js";
import { maskSecrets } from "../../../src/core/secrets/text-masker.js";
import { textMasker } from "../../../src/core/secrets/texts.js";
import { isSensitive, MASK, maskSensitive } from "../../../src/core/secrets/values.js";

const splitWords = (text: string) => text.split(/\s+/).filter((word) => word !== "");

before(() => textMasker.set(maskSecrets));

describe("sensitive parameters", () => {
  const sensitive = splitWords(`
    password Password PASSWORD passwd pwd pass smtp_password smtpPassword userpassword password1 new-password password_hash
    passphrase passcode vm_passcode sip-pass pwdHash
    secret client_secret clientSecret clientsecret secrets
    token accessToken access_token accesstoken refresh-token token_value tokens oauth2Token id_token jwt
    pin PIN Pin pins voicemail-login-pin voicemailPIN login_pin loginpin pinCode pin-number PIN2 conference.pin
    apikey apiKey api-key API_KEY APIKey ns_api_keys auth-key authkey authentication_key private_key privateKey privatekey
    encryption-key signingKey accessKey secretKey
    credential credentials sipCredentials bearer bearer_token authorization proxy-authorization cookie set-cookie
    cvv CVV2 cvc ssn userSSN social-security-number card_number creditCardNumber
    mfa-seed mfaSeed totp otp otp_code totpSecret authenticatorSeed googleAuthKey recovery-codes verificationCode psk ha1
    device-sip-registration-password ｐａｓｓｗｏｒｄ pw sip_pw userpw session_id sessionId PHPSESSID wifi_key wifiKey
    creditCard pass_phrase reset_link contraseña kennwort passPhrase resetLink creditcard wlan-key
  `);
  for (const name of sensitive) it(`masks ${name}`, () => expect(isSensitive(name)).to.equal(true));

  const harmless = splitWords(`
    pinned pinning shipping spinner mapping opinion spin pinging topping chopin tokenizer tokenize tokenized
    secretary secretariat bypass passenger passport pass-through passThrough compass passive
    keyboard key monkey keyword public-key primary_key foreignKey hotkey authorization-type authorized author
    token_type password-expires-in passwordLength has_pin requirePassword password_changed_at tokensUsed power pwm
    timeframe ring-timeout forward-no-answer description user domain code area-code status_code country-code postcode
    message-session-id callid seeded seeds-planted card cardinal saltwater otpional cookiecutter cvvx sensor
  `);
  for (const name of [...harmless, "", "-", "__proto__"]) {
    it(`shows ${JSON.stringify(name)}`, () => expect(isSensitive(name)).to.equal(false));
  }

  describe("within a value", () => {
    const cases: [what: string, value: unknown, masked: unknown][] = [
      ["text", "plain", "plain"],
      ["a number", 20, 20],
      ["null", null, null],
      ["a list", [1, "a", null], [1, "a", null]],
      ["a member", { user: "2104", password: "x" }, { user: "2104", password: MASK }],
      ["a whole branch", { secret: { a: [1, 2] }, b: 1 }, { secret: MASK, b: 1 }],
      ["a member deep inside", [{ a: { loginPin: 1234 } }], [{ a: { loginPin: MASK } }]],
      ["a named pair", { name: "password", value: "x" }, { name: "password", value: MASK }],
      ["a named change", [{ field: "pin", old: "1", new: "2" }], [{ field: "pin", old: MASK, new: MASK }]],
      ["a harmless pair", { name: "timeframe", value: "x" }, { name: "timeframe", value: "x" }],
      ["JSON in a text", { body: '{"a":1,"token":"t"}' }, { body: `{"a":1,"token":"${MASK}"}` }],
      ["harmless JSON in a text, to the letter", ' { "a" : 1.0 } ', ' { "a" : 1.0 } '],
      ["a text that only looks like JSON", '{"password":', '{"password":'],
    ];
    for (const [what, value, masked] of cases) {
      it(`masks what is secret in ${what}`, () => {
        const before = JSON.stringify(value);
        expect(maskSensitive(value)).to.deep.equal(masked);
        expect(JSON.stringify(value), "the value itself").to.equal(before);
      });
    }

    it("treats `__proto__` like any other name", () => {
      const value: unknown = JSON.parse('{"__proto__":{"password":"x","polluted":true},"constructor":{"a":1}}');
      const copy = maskSensitive(value);
      expect(JSON.stringify(copy)).to.equal(
        `{"__proto__":{"password":"${MASK}","polluted":true},"constructor":{"a":1}}`,
      );
      expect(Object.getPrototypeOf(copy)).to.equal(Object.prototype);
      expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
    });

    it("ignores members that a host page adds to every object", () => {
      const prototype = Object.prototype as { token?: string };
      prototype.token = "added";
      try {
        expect(Object.keys(maskSensitive({ a: 1 }) as object)).to.deep.equal(["a"]);
      } finally {
        delete prototype.token;
      }
    });

    it("masks values that are nested too deeply, and never throws", () => {
      const depth = 50_000;
      const deep: unknown = JSON.parse(`${"[".repeat(depth)}"x"${"]".repeat(depth)}`);
      expect(formatParameter(maskSensitive(deep))).to.contain(MASK);
      const text = maskSensitive(`${"[".repeat(depth)}{"pin":1}${"]".repeat(depth)}`) as string;
      expect(text.indexOf(`{"pin":"${MASK}"}`)).to.equal(depth);
    });
  });
});

describe("the text of a parameter", () => {
  const cases: [unknown, string][] = [
    ["as it came \u202E", "as it came \u202E"],
    ["", ""],
    [undefined, ""],
    [null, ""],
    [0, "0"],
    [false, "false"],
    [[], "[]"],
    [{ a: [1, null, "b"] }, '{"a":[1,null,"b"]}'],
    [Symbol("odd"), "Symbol(odd)"],
  ];
  for (const [value, text] of cases) {
    it(`is ${JSON.stringify(text)}`, () => expect(formatParameter(value)).to.equal(text));
  }

  it("is whole for a value of any depth", () => {
    const depth = 50_000;
    const json = `${'{"a":['.repeat(depth)}1,"\\"",null,{}${',[]],"b":"c"}'.repeat(depth)}`;
    expect(formatParameter(JSON.parse(json)) === json).to.equal(true);
  });
});
