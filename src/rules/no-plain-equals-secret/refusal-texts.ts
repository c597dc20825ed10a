// What a program says and does when a secret is wrong, and when it is right.

const SECRET_WORDS = "(?:token|code|otp|pin|pass(?:word|code|wd)?|credentials?|signature|secret|api[\\s_-]?key|login|hash|key|link)";
/** Said to whoever sends a wrong secret. */
export const REFUSAL = new RegExp(
  `\\b40[13]\\b|un-?auth(?:ori[sz]ed|enticated)|authentication_?error|not[\\s_-]?authori[sz]ed|forbidden|(?:access|permission)[\\s_-]?denied|\\b(?:callback|cb|done|next)\\(\\s{0,4}null,\\s{0,4}false\\b|authentication (?:failed|required)|(?:invalid|incorrect|wrong|bad|expired)[\\s\\w'"-]{0,24}${SECRET_WORDS}|${SECRET_WORDS}[\\s\\w'"-]{0,24}(?:expired|invalid|incorrect|wrong|mis-?match|not (?:valid|correct)|(?:do|does)(?: not|n't) match)|jwt\\.sign|\\.sign\\(`,
  "i",
);
/** The same in the languages of many tutorials. "两次密码不一致" is said of a password that is typed twice. */
export const REFUSAL_ELSEWHERE =
  /(?:密码|口令|密钥|签名|令牌|凭证|token) ?(?:令牌)?(?:错误|不正确|不匹配|不合法|无效|有误|已?(?:失效|过期)|(?:验证|校验)失败)|(?:错误|无效|非法)的? ?(?:密码|签名|令牌|token)|未授权|鉴权失败|mật khẩu [^"'`]{0,20}(?:sai|không (?:đúng|chính xác|hợp lệ))|(?:contrase[nñ]a|clave|senha|palavra-passe) (?:incorrect|inv[aá]lid|errad|incorret)|(?:не)?верный (?:пароль|токен)|비밀번호가? (?:일치하지|올바르지|틀)/i;
/** The same of a code that is sent to somebody. */
export const CODE_ELSEWHERE =
  /(?:验证码|校验码|激活码|邀请码) ?(?:输入)?(?:错误|不正确|不匹配|不一致|无效|有误|失效)|(?:错误|无效)的? ?(?:验证码|校验码|激活码|邀请码)|mã (?:otp|xác (?:nhận|thực|minh)) [^"'`]{0,20}(?:sai|không (?:đúng|chính xác|hợp lệ))|c[oó]digo (?:de (?:ac?tiva|ativa|acceso|acesso|autentica|confirma|convite|invita|login|recupera|registr|seguran|segurid|valida|verifica)[a-zçãó]{0,12} )?(?:incorrect|inv[aá]lid|incorret|errad)|неверный код|인증 ?(?:번호|코드)[가는]? (?:일치하지|올바르지|틀)/i;
/** Said to whoever may not do something. */
export const DENIAL = /\b40[13]\b|un-?auth(?:ori[sz]ed|enticated)|not[\s_-]?authori[sz]ed|forbidden|(?:access|permission)[\s_-]?denied/i;
/** What a form for signing in says when name and password do not belong together. */
export const SIGN_IN_REFUSAL =
  /\blog-?in (?:failed|failure|unsuccessful)|failed to log ?in|credenciales (?:incorrect|inv[aá]lid)|credenciais (?:incorret|inv[aá]lid)|(?:usu[aá]rio|correo|e-?mail) ou? (?:contrase[nñ]a|clave|senha)|(?:mot de passe|identifiants?) (?:est |sont )?(?:incorrect|invalide|erron)|(?:falsches|ungültiges) passwort|passwort (?:ist )?(?:falsch|ungültig)|(?:şifre|sifre|parola)(?:niz)? (?:yanlış|yanlis|hatalı|hatali)|(?:yanlış|hatalı) (?:şifre|parola)|(?:password|kata sandi) (?:anda )?salah|(?:credenziali|password) (?:errat|non valid)|(?:nieprawidłowe|błędne|złe) hasło|неправильный пароль|パスワードが(?:違|間違|正しくあ)|รหัสผ่านไม่ถูกต้อง|كلمة المرور (?:غير صحيحة|خاطئة)/i;
/** Codes again: Indonesian, French, Turkish, German, Italian. */
export const CODE_IN_EUROPE =
  /kode (?:otp |verifikasi )?(?:salah|tidak (?:valid|sesuai|cocok))|\botp salah|\bcode (?:de (?:confirmation|validation|vérification|verification) )?(?:est )?(?:incorrect\b|invalide|erroné)|(?:["'`>]|aktivasyon |davet |doğrulama |giriş |girdiğiniz |güvenlik |onay |sms )kodu? (?:yanlış|hatalı)|(?:falscher|ungültiger) (?:bestätigungs)?code|codice (?:errato|non valido)/i;
/** What is done with whoever sends another value: back to the form, or cut off (RFC 6455, 7.4: 1008 is a policy violation, 4000 and above are private). */
export const SENDS_AWAY =
  /\bredirect\(\s{0,4}["'`][^"'`]{0,60}\b(?:log-?in|sign-?in)\b|\.close\(\s{0,4}(?:1008|4\d{3})\b|\b(?:client|conn|session|sock|socket)\.(?:destroy|disconnect|reject)\(/i;
/** What is done for whoever sends the same: marked as verified, or signed in. */
export const LETS_IN =
  /(?:verified|confirmed|authenticated|logged_?in|validated)["']?\s{0,4}[=:]\s{0,4}(?:true\b|1\b|new Date|Date\.now)|\bstatus["']?\s{0,4}[=:]\s{0,4}["'](?:verified|confirmed)["']|\bsession\.(?:admin|auth|login|user)\w{0,12}\s{0,4}=(?!=)|\breq\.log_?in\(|\b(?:create|generate|get|issue|make|sign)_?(?:access|auth|custom(?:_?auth)?|session|signed)?_?(?:jwt|token)s?\(/i;
