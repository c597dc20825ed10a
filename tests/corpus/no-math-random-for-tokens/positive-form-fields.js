$("#generate").on("click", function () {
  var characters = "abcdefghijklmnopqrstuvwxyz123456789", temp = "";
  for (var at = 0; at < 12; at++) temp += characters.charAt(Math.floor(Math.random() * characters.length)); // expect
  $("#user_password, #user_password_again").val(temp).attr("type", "text");
});

document.querySelector("button").addEventListener("click", () => {
  const field = document.getElementById("new-password");
  field.value = Math.random().toString(36).slice(-10); // expect
});

const embed = { embedSecret: window.btoa(location.host + "/" + Math.random()) }; // expect
$("form").data("embed", embed);
