"use strict";
// Inside a page of the reference the picture leaves out what that page says.
if (parent !== window) document.documentElement.classList.add("framed");
