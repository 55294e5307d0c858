@echo off
rem Puts Reloom into this user's Start menu and makes it open .reloom files; no administrator rights. Undo: install.cmd /remove
setlocal
set "here=%~dp0"
set "menu=%APPDATA%\Microsoft\Windows\Start Menu\Programs\Reloom.url"
set "kinds=HKCU\Software\Classes"
if /i "%~1"=="/remove" goto remove
if not exist "%here%reloom.exe" (
  echo reloom.exe does not lie beside install.cmd.
  exit /b 2
)
reg add "%kinds%\.reloom" /ve /d "Reloom.Project" /f >nul || goto failed
reg add "%kinds%\Reloom.Project" /ve /d "Reloom project" /f >nul || goto failed
reg add "%kinds%\Reloom.Project\DefaultIcon" /ve /d "\"%here%reloom.exe\",0" /f >nul || goto failed
reg add "%kinds%\Reloom.Project\shell\open\command" /ve /d "\"%here%reloom.exe\" \"%%1\"" /f >nul || goto failed
> "%menu%" echo [InternetShortcut]
>> "%menu%" echo URL=file:///%here:\=/%reloom.exe
>> "%menu%" echo IconFile=%here%reloom.exe
>> "%menu%" echo IconIndex=0
if not exist "%menu%" goto failed
echo Reloom is in the Start menu now.
exit /b 0

:remove
reg delete "%kinds%\Reloom.Project" /f >nul 2>&1
reg delete "%kinds%\.reloom" /f >nul 2>&1
if exist "%menu%" del "%menu%"
echo Reloom was taken out of the Start menu; your projects and preferences stay.
exit /b 0

:failed
echo Reloom could not be put into the Start menu of this user.
exit /b 4
